"""Every lab runs, prints what is recorded, and becomes a page as light as the others."""

import gzip
import io
import re
import time
import tokenize
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from optguide_site import lab
from optguide_site.lab import Lab
from optguide_site.notebook import to_notebook
from optguide_site.page import LANGUAGES, ROOT, Page, PageError, Source
from optguide_site.result import Result
from optguide_site.run import same
from tests.support.examples import entry, record

LABS = sorted(path.stem for path in (ROOT / "docs/zh/labs").glob("*.py"))
#: Seconds of one core; a lab is run while its reader waits.
BUDGET = 20


def read(name: str, language: str, *, recording: bool = False) -> Page:
    path = ROOT / "docs" / language / "labs" / f"{name}.py"
    return Page.read(path, language, recording=recording)


@pytest.mark.parametrize("name", LABS)
def test_lab_runs(
    name: str, update_outputs: bool, record_property: Callable[[str, object], None]
) -> None:
    """One run for both languages: their cells are the same."""
    blocks = read(name, "zh", recording=True).blocks
    start = time.process_time()
    _, results = lab.executed(name, blocks, again=True)
    spent = time.process_time() - start
    shown = [
        replace(block, output=result.output or None)
        for block, result in zip(blocks, results, strict=True)
    ]
    if update_outputs:
        if difference := record(blocks[0].path, shown, results):
            record_property("updated", difference)
        return
    printed = {str(b.section): b.output for b in shown if b.output}
    source = Source(blocks[0].recorded(".out"), "en")
    recorded = {name: source.text(*span) for name, span in source.sections.items()}
    assert printed.keys() == recorded.keys()
    for section, text in printed.items():
        assert same(recorded[section], text), f"cell {section} prints\n{text}"
    assert spent < BUDGET
    for language in LANGUAGES:
        page = read(name, language)
        run_of_page = entry(page, blocks[0].path, "cpu")
        record_property("ledger", asdict(run_of_page))


@pytest.mark.parametrize("name", LABS)
def test_cells_are_the_same_to_the_letter(name: str) -> None:
    """And hold no comments, which would have a language."""
    zh, en = (read(name, language, recording=True).blocks for language in LANGUAGES)
    for a, b in zip(zh, en, strict=True):
        assert a.run == b.run
        tokens = tokenize.generate_tokens(io.StringIO(a.run).readline)
        comments = [t.string for t in tokens if t.type == tokenize.COMMENT]
        assert not comments, f"{name}: {comments}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LABS)
def test_page_is_slim(site: Path, name: str, language: str) -> None:
    """No script, style or class of Jupyter's; small without its figures."""
    folder = site / ("en" if language == "en" else ".") / "labs" / name
    html = (folder / "index.html").read_text("utf-8")
    assert not re.search(r"jp-|jupyter-wrapper|mermaid|mathjax|clipboard-copy", html)
    without = re.sub(r"<figure.*?</figure>", "", html, flags=re.DOTALL)
    assert len(gzip.compress(without.encode())) < 60_000


@pytest.mark.parametrize("name", LABS)
def test_notebook_holds_what_was_run(name: str) -> None:
    """The download has the outputs and figures of the page, cell by cell."""
    page = read(name, "en")
    cells = to_notebook(page, "https://example.org/guide/labs/").cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    for cell, block in zip(code, page.blocks, strict=True):
        kinds = [output["output_type"] for output in cell.outputs]
        text = ["stream"] if block.output else []
        assert kinds == text + ["display_data"] * len(page.figures_of(block))
        assert all(figure.alt not in str(cells) for figure in page.figures_of(block))


PERCENT = """\
# ---
# description: a lab
# ---

# %% [markdown]
# # Lab { #lab }

# %%
x = 1

# %%
print(x + 1)
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "CACHE", tmp_path / "labs")


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many cells each run had."""
    counts: list[int] = []

    def count(blocks: list[object]) -> list[Result]:
        counts.append(len(blocks))
        return [Result("") for _ in blocks]

    monkeypatch.setattr("optguide_site.run.run", count)
    return counts


@pytest.mark.usefixtures("cache")
def test_cells_become_blocks() -> None:
    page = Page.of(Path("lab.py"), "en", PERCENT)
    assert isinstance(page, Lab)
    assert [block.run for block in page.blocks] == ["x = 1\n", "print(x + 1)\n"]
    assert page.blocks[1].copy == "x = 1\n\nprint(x + 1)\n"
    assert [block.output for block in page.blocks] == [None, "2\n"]
    assert page.lines[5] == "# Lab { #lab }"
    assert len(page.lines) == len(PERCENT.split("\n"))
    assert lab.front_matter(PERCENT) == {"description": "a lab"}


@pytest.mark.usefixtures("cache")
def test_a_run_is_kept_until_something_changes(
    runs: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(text: str = PERCENT) -> None:
        Page.of(Path("lab.py"), "en", text)

    build()
    build()
    assert len(runs) == 1
    build(PERCENT.replace("# # Lab", "# # Another title"))
    assert len(runs) == 1
    build(PERCENT.replace("x + 1", "x + 2"))
    assert len(runs) == 2
    monkeypatch.setattr(lab, "version", lambda name: f"another {name}")
    build(PERCENT.replace("x + 1", "x + 2"))
    assert len(runs) == 3


def test_the_key_hangs_on_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = Page.of(Path("lab.py"), "en", PERCENT, recording=True).blocks
    monkeypatch.setattr(lab, "ROOT", tmp_path)
    package = tmp_path / "src" / "optguide" / "sub"
    package.mkdir(parents=True)
    before = lab.key(blocks)
    (package / "a.py").write_text("x = 1")
    assert lab.key(blocks) != before


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("# # Lab", "# ```", 6, "code stands in a cell"),
        ("# %% [markdown]", "x = 0", 1, "every cell begins"),
        ('# %%\nx', '# %% alt="a curve"\nx', 8, "a cell that draws"),
        (
            "x = 1",
            "from matplotlib import pyplot as plt\n\nplt.figure()\nplt.show()\nx = 1",
            8,
            "a cell that draws",
        ),
    ],
)  # fmt: skip
def test_bad_lab_is_named(before: str, after: str, line: int, message: str) -> None:
    text = PERCENT.replace(before, after)
    assert text != PERCENT
    with pytest.raises(PageError, match=rf"lab\.py:{line}: {message}"):
        Page.of(Path("lab.py"), "en", text)
