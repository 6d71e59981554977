"""The examples of the pages, what is on record of them, and how that is rewritten."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import pytest
import torch
from _pytest.mark import ParameterSet

from optguide_site.project import LANGUAGES, TORCH, minor, order, shown
from optguide_site.read.page import Example, Page
from optguide_site.read.source import PageError, source
from optguide_site.run import record
from optguide_site.run.execute import Result, same
from tests.support.pages import LABS, NAMES, digest, read

#: Whether the torch at hand is the one that constraints.txt locks.
LOCKED = torch.__version__.startswith(TORCH)


def cases() -> list[ParameterSet]:
    """One case for each example of each page, labs aside."""
    found = []
    for name in NAMES:
        if name in LABS:
            continue
        try:
            page = read("en", name)
        except (PageError, OSError):
            continue  # test_page_reads reports it
        of_page = pytest.mark.content(digest(name))
        for example in page.examples:
            case = f"{name.removesuffix('.md')}::{example.name}"
            found.append(pytest.param(name, example, id=case, marks=of_page))
    return found


def passed(name: str, example: Path, device: str) -> Iterator[record.Passed]:
    """What the record says of an example in both languages, whose code is the same."""
    for language in LANGUAGES:
        yield record.passed(read(language, name), example, device)


def command(name: str) -> str:
    """What records the outputs of a page anew."""
    return f"make update-outputs PAGE={name.rpartition('.')[0]}"


def place(block: Example) -> str:
    """Where a piece of code is: ``snippets/losses/regression/l1/by_hand.py:12``."""
    first = block.numbers[0] if block.numbers else block.line
    return f"{shown(block.origin)}:{first}"


def difference(block: Example, printed: str) -> str:
    """What is wrong with what a piece of code printed; nothing if it is as recorded."""
    recorded = block.printed_by(torch.__version__) or ""
    if same(recorded, printed):
        return ""
    about = f"section {block.section!r}" if block.section else "it"
    lines = unified_diff(
        recorded.splitlines(), printed.splitlines(), "recorded", "printed", lineterm=""
    )
    return f"{place(block)}: {about} prints something else\n" + "\n".join(lines)


def write_outputs(
    example: Path, blocks: Sequence[Example], results: Sequence[Result]
) -> str:
    """Rewrite what left its tolerance in an example's recorded output; return the difference.

    A torch that is not the locked one gets a file of its own, for what the releases before it
    print differently.
    """
    path = example.with_suffix(".out")
    earlier: list[Path] = []
    if not LOCKED:
        here = minor(torch.__version__)
        others = example.parent.glob(f"{example.stem}.torch-*.out")
        releases = {other.stem.rpartition("-")[2]: other for other in others}
        known = sorted((r for r in releases if order(r) < order(here)), key=order)
        earlier = [*(releases[r] for r in reversed(known)), path]
        path = example.with_suffix(f".torch-{here}.out")
    sections = []
    for block, result in zip(blocks, results, strict=True):
        name, text = block.section, result.output
        kept = (_kept(other, name) for other in earlier)
        said = next((each for each in kept if each is not None), None)
        if not text or (said is not None and same(said, text)):
            continue
        before = _kept(path, name)
        text = before if before is not None and same(before, text) else text
        if name:
            text = f"--8<-- [start:{name}]\n{text}--8<-- [end:{name}]\n"
        sections.append(text)
    before = path.read_text("utf-8") if path.exists() else ""
    after = "".join(sections)
    if after != before:
        path.write_text(after, "utf-8")
    if not after:
        path.unlink(missing_ok=True)
    lines = unified_diff(
        before.splitlines(True), after.splitlines(True), shown(path), shown(path), n=1
    )
    return "".join(lines)


def _kept(path: Path, section: str | None) -> str | None:
    """What a file has on record for a piece of code, if anything."""
    if not path.exists():
        return None
    text = source(path, "en")
    is_there = section is None or section in text.sections
    return text.text(*text.span(section)) if is_there else None


def write_figure(page: Page, example: Path, drawn: list[str], *, update: bool) -> str:
    """See that what an example draws is on record beside it, or record it.

    Returns what is wrong; nothing if all is well.
    """
    path = example.with_suffix(".svg")
    figures = [figure for figure in page.figures if figure.path == path]
    if len(drawn) != len(figures) or len(drawn) > 1:
        return (
            f"{shown(example)}: draws {len(drawn)} figures, and {shown(page.path)} shows "
            f"{len(figures)}: plt.show() once, and one line ![what is seen](….svg)"
        )
    for svg in drawn:
        recorded = path.read_text("utf-8") if path.exists() else ""
        # Two decimals of a point are kept: a picture may move by less than one can see.
        if same(recorded, svg, atol=0.02):
            continue
        if not update:
            return f"{shown(example)}: draws something else than {path.name} shows"
        path.write_text(svg, "utf-8")
    return ""
