"""The examples of the pages, what the ledger says of them, and how their output is recorded."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
import torch
from _pytest.mark import ParameterSet

from optguide_site import ledger
from optguide_site.page import ROOT, Block, Page, PageError, Source, minor, pages
from optguide_site.result import Result
from optguide_site.run import same
from tests.support.locked import LOCKED
from tests.support.project import read


def cases() -> list[ParameterSet]:
    """One case for each example of each page."""
    found = []
    for language, path in pages():
        if language != "en" or path.suffix == ".py":
            continue  # a lab: test_labs runs it
        try:
            page = read(path, language, recording=True)
        except PageError:
            continue  # test_page_reads reports it
        name = path.relative_to(ROOT / "docs" / "en").with_suffix("").as_posix()
        for example in page.examples:
            found.append(pytest.param(path, example, id=f"{name}::{example.name}"))
    return found


def entry(page: Page, example: Path, device: str) -> ledger.Run:
    """What the ledger says of an example that passes."""
    blocks = page.examples[example]
    return ledger.Run(
        page=ledger.name(page),
        digest=ledger.digest(page),
        example=blocks[0].name.partition(":")[0],
        blocks=sum(not block.no_run for block in blocks),
        outputs=sum(not block.no_run and block.output is not None for block in blocks),
        skipped=[block.no_run for block in blocks if block.no_run],
        device=device,
    )


def entries(path: Path, example: Path, device: str) -> Iterator[ledger.Run]:
    """What it says of the English page and of its twin, whose code is the same."""
    twin = ROOT / "docs" / "zh" / path.relative_to(ROOT / "docs" / "en")
    for language, name in (("en", path), ("zh", twin)):
        yield entry(read(name, language), example, device)


def kept(path: Path, section: str | None) -> str | None:
    """What a file has on record for a block, if anything."""
    if not path.exists():
        return None
    source = Source(path, "en")
    is_there = section is None or section in source.sections
    return source.text(*source.span(section)) if is_there else None


def record(example: Path, blocks: list[Block], results: list[Result]) -> str:
    """Rewrite what left its tolerance in an example's recorded output; return the difference.

    A torch that is not the locked one gets a file of its own, for what it prints differently.
    """
    main = path = example.with_suffix(".out")
    if not LOCKED:
        path = example.with_suffix(f".torch-{minor(torch.__version__)}.out")
    sections = []
    for block, result in zip(blocks, results, strict=True):
        name, text = block.section, result.output
        if block.output is None or (
            path != main and same(kept(main, name) or "", text)
        ):
            continue
        before = kept(path, name)
        text = before if before is not None and same(before, text) else text
        if name:
            text = f"--8<-- [start:{name}]\n{text}--8<-- [end:{name}]\n"
        sections.append(text)
    before = path.read_text("utf-8") if path.exists() else ""
    after = "".join(sections)
    if after != before:
        path.write_text(after, "utf-8")
    shown = (
        path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    )
    lines = unified_diff(
        before.splitlines(True), after.splitlines(True), shown, shown, n=1
    )
    return "".join(lines)
