"""No formula is wrong: each is evaluated, and compared with what torch computes."""

import pytest

from optguide_site.project import SOURCE
from optguide_site.read.page import page_names
from tests.support.formulas import Formula, documented, formulas, wrong
from tests.support.pages import NAMES, bindings, each_name
from tests.support.tex import Parser, TexError

#: Formulas that are not evaluated, and why. One that no longer needs to be here fails.
NOT_EVALUATED = {
    r"\text{run}(10) = \text{run}(5) \to \text{save} \to \text{load} \to \text{run}(5)": (
        "says in words what the program of the page asserts"
    ),
    r"\theta_t = \theta_{t-1} - \gamma g_t": "holds in the first step only",
    r"\Vert x - y \Vert^2 = 2 \, (1 - \cos)": "a cosine without its arguments",
    r"d = \min\left(0.999, \frac{1 + n}{10 + n}\right)": "a choice of d, not a claim",
    r"\mu = (1 - \sqrt{\gamma h})^2": "a choice of the momentum, not a claim",
    r"l' = (-, l_1, -, l_2, -)": "an example of what a row becomes",
    r"\eta_t = \eta_0 \, f^{(1)}_t f^{(2)}_t \cdots": "a product that goes on without an index",
    r"t = 2 T_0": "an epoch, not a claim",
    r"\ell_n = e^{x_n} - y_n x_n": "with log_input, and without full",
    r"\ell_n = x_n - y_n \log(x_n + \text{eps})": "without log_input and full",
    r"g = \nabla \left( f(\theta) + \frac{\lambda}{2} \lVert \theta \rVert^2 \right)": (
        "the gradient of an expression; penalty.py computes it"
    ),
}


@each_name(("src/optguide", "src/optguide_site"))
def test_formulas(name: str) -> None:
    for formula in formulas(name):
        message = wrong(name, formula)
        if formula.tex.strip() in NOT_EVALUATED:
            if not message:
                pytest.fail(
                    f"{formula}\n    can be evaluated: take it out of NOT_EVALUATED"
                )
        elif message:
            pytest.fail(message, pytrace=False)


@pytest.mark.reads("docs", "snippets", "src")
def test_nothing_is_left_over() -> None:
    """No page misses a docstring's formula, a file its page, or an exception its formula."""
    found = {each for name in NAMES for each in formulas(name)}
    files = (SOURCE / "optguide").rglob("*.py")
    missing = [each for path in files for each in documented(path) if each not in found]
    assert not missing, "\n".join(
        f"{each}\n    no page that shows {each.section} has a formulas.py"
        for each in missing
    )
    assert not NOT_EVALUATED.keys() - {each.tex.strip() for each in found}
    wanted = {bindings(name) for name in page_names()}
    there = set((SOURCE.parent / "snippets").rglob("formulas.py"))
    assert there <= wanted, f"formulas.py without a page: {there - wanted}"


@pytest.mark.parametrize(
    ("tex", "message"),
    [
        (r"\frac{1}", "more expected, found the end"),
        (r"a + + b =", "a symbol expected"),
        (r"\sum_{n=1} x_n", r"\^ expected"),
        (r"x_n = \begin{cases} 1 & \text{if } n \end{cases}", "a relation expected"),
        (r"1 = 2)", "the end expected, found '\\)'"),
        (r"a = \sum_n b", "below a sign and nowhere else"),
    ],
)
def test_what_cannot_be_read_is_said(tex: str, message: str) -> None:
    with pytest.raises(TexError, match=message):
        list(Parser(tex, {}).statements())


@pytest.mark.parametrize(
    ("tex", "is_right"),
    [
        (r"2^{-1} = 0.5", True),
        (r"-\log 0.5 \approx 0.69", True),
        (r"-\log 0.5 \approx 0.68", False),
        (r"1797 = 28 \cdot 64 + 5", True),
        (r"10 \cdot 36 = 361", False),
        (r"0.1 / (1 - 0.9) = 1", True),
        (r"\frac12 < 0.5", False),
        (r"\sqrt{2} = 1.41", True),
    ],
)
def test_arithmetic_in_a_line(tex: str, is_right: bool) -> None:
    formula = Formula(SOURCE / "page.md", 7, tex, "", 0)
    message = wrong("page.md", formula)
    assert (message == "") == is_right
    assert is_right or message.startswith("src/page.md:7: ")
