"""No formula is wrong: each is evaluated, and compared with what torch computes."""

from collections import Counter

import pytest

from optguide_site.project import SOURCE, shown
from tests.support.formulas import bindings, documented, formulas, wrong
from tests.support.pages import NAMES, PAGE, each_name, read

#: Formulas that are not evaluated, and why. The list may only become shorter.
NOT_EVALUATED = {
    r"\text{run}(10) = \text{run}(5) \to \text{save} \to \text{load} \to \text{run}(5)": "a picture in words; an example of the page runs it",
    r"\theta_t = \theta_{t-1} - \gamma g_t": "of the first step with momentum alone",
    r"\Vert x - y \Vert^2 = 2 \, (1 - \cos)": "a cosine without its arguments",
    r"d = \min\left(0.999, \frac{1 + n}{10 + n}\right)": "a choice of d, not a claim",
    r"\mu = (1 - \sqrt{\gamma h})^2": "a choice of the momentum, not a claim",
    r"g = \nabla \left( f(\theta) + \frac{\lambda}{2} \lVert \theta \rVert^2 \right)": "the gradient of an expression; penalty.py runs it",
}


@each_name(("src/optguide", "src/optguide_site"))
def test_formulas(name: str) -> None:
    for formula in formulas(name):
        message = wrong(name, formula)
        if formula.tex.strip() in NOT_EVALUATED:
            assert message, f"{formula}: it is right, take it out of NOT_EVALUATED"
        elif message:
            pytest.fail(message, pytrace=False)
