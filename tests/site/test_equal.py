"""Who shows a reference implementation shows by execution that it equals torch's."""

import re

from optguide_site.project import SNIPPETS
from optguide_site.read.page import Example, Heading, Page
from tests.support.pages import each_page, read

ASSERTION = re.compile(r"\bassert\b|\bassert_close\(")
# torch's counterpart; an import of torch alone is in every example.
TORCH = re.compile(r"torch\.(optim|nn)\.|\bnn\.\w|\bF\.\w|from torch\.(optim|nn)")
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


@each_page(("src/optguide_site",))
def test_a_reference_implementation_is_compared(language: str, name: str) -> None:
    page = read(language, name)
    if any(block.is_reference for block in page.blocks):
        assert any(map(proves, equal_section(page))), (
            f"docs/{language}/{name} shows code of optguide; below its heading "
            "{ #equal } no block asserts that it equals torch and prints how closely"
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
