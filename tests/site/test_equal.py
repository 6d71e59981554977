"""Who shows a reference implementation shows by execution that it equals torch's."""

import re
from pathlib import Path

import pytest

from optguide_site.page import ROOT, Block, Page, pages

HEADING = re.compile(r"^#{1,6} ")
ASSERTION = re.compile(r"\bassert\b|\bassert_close\(")
# torch's counterpart; an import of torch alone is in every example.
TORCH = re.compile(r"torch\.(optim|nn)\.|\bnn\.\w|\bF\.\w|from torch\.(optim|nn)")
TOLERANCE = re.compile(r"rtol \d|within \d|below \d|same bits")


def equal_section(page: Page) -> list[Block]:
    """The blocks below the heading ``{ #equal }``, up to the next heading."""
    headings = [i for i, line in enumerate(page.lines, 1) if HEADING.match(line)]
    for start, end in zip(headings, [*headings[1:], len(page.lines) + 1], strict=True):
        if page.lines[start - 1].endswith("{ #equal }"):
            return [block for block in page.blocks if start < block.line < end]
    return []


def proves(block: Block) -> bool:
    """Whether a block compares ours with torch's and says how closely."""
    return bool(
        not block.no_run
        and "optguide" in block.copy
        and TORCH.search(block.copy)
        and ASSERTION.search(block.copy)
        and TOLERANCE.search(block.output or "")
    )


@pytest.mark.parametrize(
    ("language", "path"), pages(), ids=lambda value: str(value)[-40:]
)
def test_a_reference_implementation_is_compared(language: str, path: Path) -> None:
    page = Page.read(path, language)
    if any(block.is_reference for block in page.blocks):
        assert any(map(proves, equal_section(page))), (
            f"{path.relative_to(ROOT)} shows code of optguide; below its heading "
            "{ #equal } no block asserts that it equals torch and prints how closely"
        )


def test_what_does_not_prove_is_seen() -> None:
    good = "import optguide, torch\nassert torch.optim.SGD"
    output = "rtol 1e-5"

    def block(code: str, output: str | None, no_run: str | None = None) -> Block:
        path = ROOT / "snippets" / "x.py"
        return Block(path, 1, path, None, code, code, code, output, no_run)

    assert proves(block(good, output))
    assert not proves(block(good, output, "too long"))
    assert not proves(block(good, "equal"))
    assert not proves(block(good, None))
    assert not proves(block(good.replace("assert ", ""), output))
    assert not proves(block(good.replace("optguide", "os"), output))
    assert not proves(block(good.replace("torch.optim", "torch"), output))
