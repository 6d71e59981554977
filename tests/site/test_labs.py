"""Every lab runs, prints what is recorded, and becomes a page as light as the others."""

import gzip
import io
import json
import re
import time
import tokenize
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from optguide_site.project import LANGUAGES, SNIPPETS
from optguide_site.read.page import Page, read_page
from optguide_site.read.source import PageError, source
from optguide_site.run import depends, lab, record
from optguide_site.run.execute import Result, same
from optguide_site.write.notebook import to_notebook
from tests.support.examples import write_outputs
from tests.support.pages import LABS, digest, read, shown, url
from tests.support.percent import PERCENT

#: Seconds of one core; a lab is run while its reader waits.
BUDGET = 20
EACH_LAB = pytest.mark.parametrize(
    "name", [pytest.param(n, id=n, marks=pytest.mark.content(digest(n))) for n in LABS]
)


@EACH_LAB
def test_lab_runs(
    name: str, update_outputs: bool, record_property: Callable[[str, object], None]
) -> None:
    """One run for both languages: their cells are the same."""
    page = read("zh", name)
    start = time.process_time()
    found = lab.run(page)
    spent = time.process_time() - start
    results = [Result(output) for output in found.outputs]
    recorded = SNIPPETS / "labs" / Path(name).with_suffix(".out").name
    if update_outputs:
        if rewritten := write_outputs(recorded, page.blocks, results):
            record_property("updated", rewritten)
        return
    printed = {
        b.section: r.output
        for b, r in zip(page.blocks, results, strict=True)
        if r.output
    }
    on_record = source(recorded, "en")
    assert printed.keys() == on_record.sections.keys()
    for section, text in printed.items():
        before = on_record.text(*on_record.span(section))
        assert same(before, text), f"{name}, cell {section} prints\n{text}not\n{before}"
    assert spent < BUDGET
    for language in LANGUAGES:
        whole = found.applied_to(read(language, name))
        passed = record.passed(whole, whole.blocks[0].path, "cpu")
        record_property("record", json.dumps(asdict(passed)))


@pytest.mark.reads("docs")
@pytest.mark.parametrize("name", LABS)
def test_cells_are_the_same_to_the_letter(name: str) -> None:
    """And hold no comments, which would have a language."""
    zh, en = (read(language, name).blocks for language in LANGUAGES)
    for a, b in zip(zh, en, strict=True):
        assert a.code == b.code
        tokens = tokenize.generate_tokens(io.StringIO(a.code).readline)
        comments = [t.string for t in tokens if t.type == tokenize.COMMENT]
        assert not comments, f"{name}: {comments}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LABS)
def test_page_is_slim(site: Path, name: str, language: str) -> None:
    """No script, style or class of Jupyter's; small without its figures."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    assert not re.search(r"jp-|jupyter-wrapper|mermaid|mathjax|clipboard-copy", html)
    without = re.sub(r"<figure.*?</figure>", "", html, flags=re.DOTALL)
    assert len(gzip.compress(without.encode())) < 60_000


@EACH_LAB
def test_notebook_holds_what_was_run(name: str) -> None:
    """The download has the outputs and figures of the page, cell by cell."""
    page = shown("en", name)
    cells = to_notebook(page, "https://example.org/guide/en/").cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    drawn = {Path(figure.path).stem for figure in page.figures}
    for cell, block in zip(code, page.blocks, strict=True):
        kinds = [output["output_type"] for output in cell.outputs]
        text = ["stream"] if block.output else []
        assert kinds == text + ["display_data"] * (block.section in drawn)
    assert all(figure.alt not in str(cells) for figure in page.figures)


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lab, "RUNS", tmp_path / "labs")
    return tmp_path / "labs"


def page(text: str = PERCENT) -> Page:
    return read_page(Path("lab.py"), "en", text)


@pytest.mark.usefixtures("runs")
def test_a_run_is_kept_until_something_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lab.kept(page()) is None
    assert lab.run(page()).outputs == ["", "2\n"]
    assert lab.kept(page()) == lab.LabRun(["", "2\n"], [None, None], current=True)
    assert lab.kept(page(PERCENT.replace("# # Lab", "# # Another title")))
    other = page(PERCENT.replace("x + 1", "x + 2"))
    assert lab.kept(other) is None
    stale = lab.kept(other, stale=True)
    assert stale
    assert not stale.current
    monkeypatch.setattr(lab, "version", lambda name: f"another {name}")
    assert lab.kept(page()) is None


def test_a_run_depends_on_what_its_cells_import() -> None:
    code = PERCENT.replace("x = 1", "from optguide.losses import l1_loss")
    files = depends.files("\n".join(block.code for block in page(code).blocks))
    assert "regression.py" in {path.name for path in files}
    assert lab.key(page(code)) != lab.key(page())


def test_a_damaged_run_counts_for_none(runs: Path) -> None:
    lab.run(page())
    (record_of_it,) = runs.glob("*/*/outputs.json")
    record_of_it.write_text("[")
    assert lab.kept(page()) is None
    record_of_it.write_text("[]")
    assert lab.kept(page()) is None


@pytest.mark.usefixtures("runs")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('# %%\nx', '# %% alt="a curve"\nx'),
        (
            "x = 1",
            "from matplotlib import pyplot as plt\n\nplt.figure()\nplt.show()\nx = 1",
        ),
    ],
)  # fmt: skip
def test_a_cell_that_draws_says_so(before: str, after: str) -> None:
    broken = page(PERCENT.replace(before, after))
    with pytest.raises(PageError, match=r"lab\.py:8: a cell that draws"):
        lab.run(broken).applied_to(broken)


def test_what_a_lab_prints_is_at_its_cell() -> None:
    result = lab.LabRun(["", "2\n"], [None, None], current=True)
    whole = result.applied_to(page())
    assert [block.output for block in whole.blocks] == [None, "2\n"]
    assert replace(whole.blocks[1], output=None) == page().blocks[1]
