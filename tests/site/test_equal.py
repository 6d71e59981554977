"""Who shows a reference implementation shows by execution that it is right.

It equals torch's. What torch does not have, as the page says in its front matter by ``torch:
none``, equals a plain formula in float64, and its gradient equals finite differences.
"""

import re

import pytest
import torch
import torch.nn.functional as F

from optguide_site.project import SNIPPETS
from optguide_site.read.page import Example, Heading, Page
from tests.support.pages import each_page, read

ASSERTION = re.compile(r"\bassert\b|\bassert_close\(")
# torch's counterpart; an import of torch alone is in every example.
TORCH = re.compile(r"torch\.(optim|nn)\.|\bnn\.\w|\bF\.\w|from torch\.(optim|nn)")
# For what torch does not have: the value, and the gradient by finite differences.
VALUE = re.compile(r"\bassert_close\(")
GRADIENT = re.compile(r"^\s*assert [\w.]*\bgradcheck\(", re.MULTILINE)
FLOAT64 = re.compile(r"\bfloat64\b|\.double\(\)")
TOLERANCE = re.compile(r"rtol \d|within \d|below \d|same bits")


def equal_section(page: Page) -> list[Example]:
    """The blocks below the heading ``{ #equal }``, up to the next heading."""
    found: list[Example] = []
    inside = False
    for segment in page.walk():
        if isinstance(segment, Heading):
            inside = segment.id == "equal"
        elif inside and isinstance(segment, Example):
            found.append(segment)
    return found


def proves(block: Example) -> bool:
    """Whether a block compares ours with torch's and says how closely."""
    return bool(
        not block.skip
        and "optguide" in block.copy
        and TORCH.search(block.copy)
        and ASSERTION.search(block.copy)
        and TOLERANCE.search(block.output or "")
    )


def proves_alone(block: Example) -> bool:
    """Whether a block compares ours with a formula and with differences, and says how closely."""
    return bool(
        not block.skip
        and "optguide" in block.copy
        and all(each.search(block.copy) for each in (VALUE, GRADIENT, FLOAT64))
        and TOLERANCE.search(block.output or "")
    )


@each_page(("src/optguide_site",))
def test_a_reference_implementation_is_compared(language: str, name: str) -> None:
    page = read(language, name)
    if not any(block.is_reference for block in page.blocks):
        return
    path = f"docs/{language}/{name}"
    if "torch" not in page.meta:
        if not any(map(proves, equal_section(page))):
            pytest.fail(
                f"{path} shows code of optguide; below its heading {{ #equal }} no block "
                "asserts that it equals torch and prints how closely. If torch has no "
                "such thing, say so in its front matter, 'torch: none'",
                pytrace=False,
            )
    elif page.meta["torch"] != "none":
        pytest.fail(f"{path}: 'torch' in the front matter is 'none' or absent")
    elif not any(map(proves_alone, equal_section(page))):
        pytest.fail(
            f"{path} shows code that torch does not have (torch: none); below its heading "
            "{ #equal } no block compares it by assert_close with a plain formula in "
            "float64, asserts torch.autograd.gradcheck, and prints how closely",
            pytrace=False,
        )


@each_page(("src/optguide_site",))
def test_what_torch_has_is_compared_with_torch(language: str, name: str) -> None:
    page = read(language, name)
    shown = {block.section for block in page.blocks if block.is_reference}
    there = sorted(s for s in shown if s and (hasattr(F, s) or hasattr(torch.nn, s)))
    if page.meta.get("torch") == "none" and there:
        pytest.fail(
            f"docs/{language}/{name}: its front matter says 'torch: none', and torch has "
            f"{', '.join(there)}: remove that line, and compare with it below {{ #equal }}",
            pytrace=False,
        )


def test_what_does_not_prove_is_seen() -> None:
    good = "import optguide, torch\nassert torch.optim.SGD"
    output = "rtol 1e-5"

    def block(code: str, output: str | None, skip: str | None = None) -> Example:
        path = SNIPPETS / "x.py"
        return Example(1, "", path, None, code, code, output, skip=skip)

    assert proves(block(good, output))
    assert not proves(block(good, output, "too long"))
    assert not proves(block(good, "equal"))
    assert not proves(block(good, None))
    assert not proves(block(good.replace("assert ", ""), output))
    assert not proves(block(good.replace("optguide", "os"), output))
    assert not proves(block(good.replace("torch.optim", "torch"), output))


def test_without_torch_value_and_gradient_are_compared() -> None:
    good = (
        "import optguide, torch\n"
        "x = torch.ones(3, dtype=torch.float64)\n"
        "torch.testing.assert_close(x, x)\n"
        "assert torch.autograd.gradcheck(f, x)\n"
    )

    def block(code: str, output: str = "rtol 1e-12") -> Example:
        return Example(1, "", SNIPPETS / "x.py", None, code, code, output)

    assert proves_alone(block(good))
    assert proves_alone(block(good.replace("assert torch", "if x:\n    assert torch")))
    assert not proves_alone(block(good, "equal"))
    assert not proves_alone(block(good.replace("assert torch", "torch")))
    for needed in ("assert_close", "gradcheck", "float64", "optguide"):
        assert not proves_alone(block(good.replace(needed, "x")))
