"""Every Python block of every page runs, and prints and draws what is recorded.

Both languages have the same code (test_twins): an example runs once, from the English page.
The Chinese ones run as notebooks (test_notebooks).
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from optguide_site.page import ROOT, Block, Page, pages
from optguide_site.result import Result
from optguide_site.run import run, same
from tests.support import examples
from tests.support.examples import cases, entries, record
from tests.support.project import read


@pytest.mark.parametrize(
    ("language", "path"), pages(), ids=lambda value: str(value)[-40:]
)
def test_page_reads(language: str, path: Path, update_outputs: bool) -> None:
    read(path, language, recording=update_outputs)


@pytest.mark.parametrize(("path", "example"), cases())
def test_example(
    path: Path,
    example: Path,
    update_outputs: bool,
    device: str,
    machine: AbstractContextManager[None],
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    page = read(path, "en", recording=update_outputs)
    blocks = [block for block in page.examples[example] if not block.no_run]
    if not update_outputs:  # which reads a page without its outputs
        for passing in entries(path, example, request.config.getoption("--device")):
            record_property("ledger", asdict(passing))
    with machine:
        results = run(blocks, device)
    check_figures(
        page,
        example,
        [svg for result in results for svg in result.figures],
        update_outputs,
    )
    for block, result in zip(blocks, results, strict=True):
        at = f"{path.relative_to(ROOT)}:{block.line}: {block.name}"
        if block.output is None:
            assert not result.output, (
                f"{at} prints, and the page shows no output:\n{result.output}"
            )
        else:
            assert result.output, f"{at} prints nothing, and the page shows an output"
    if update_outputs:
        if difference := record(example, blocks, results):
            record_property("updated", difference)
    else:
        for block, result in zip(blocks, results, strict=True):
            recorded = block.printed_by(torch.__version__) or ""
            assert same(recorded, result.output), (
                f"{path.relative_to(ROOT)}:{block.line}: {block.name} prints\n{result.output}"
                f"where the recorded output is\n{recorded}"
            )


@pytest.mark.parametrize(("path", "example"), cases())
def test_the_last_copy_runs_alone(path: Path, example: Path) -> None:
    """What the copy button gives prints all that was shown so far.

    The copies before it are its beginning: `test_a_copy_is_all_that_ran`.
    """
    blocks = [b for b in read(path, "en").examples[example] if not b.no_run]
    if len(blocks) > 1 and not blocks[-1].is_reference:
        (result,) = run([replace(blocks[-1], run=blocks[-1].copy)])
        recorded = "".join(b.printed_by(torch.__version__) or "" for b in blocks)
        assert same(recorded, result.output)


def check_figures(
    page: Page, example: Path, drawn: list[str], update_outputs: bool
) -> None:
    """What an example draws is recorded beside it, and shown by the page."""
    shown = [
        figure for figure in page.figures if figure.path == example.with_suffix(".svg")
    ]
    at = f"{page.path.relative_to(ROOT)}: {example.name}"
    assert len(drawn) == len(shown) <= 1, (
        f"{at} draws {len(drawn)} figures, {len(shown)} are shown"
    )
    for figure, svg in zip(shown, drawn, strict=True):
        recorded = figure.path.read_text("utf-8") if figure.path.exists() else ""
        # Two decimals of a point are kept: a picture may move by less than one can see.
        if update_outputs and not same(recorded, svg, atol=0.02):
            figure.path.write_text(svg, "utf-8")
        elif not update_outputs:
            assert same(recorded, svg, atol=0.02), (
                f"{at} draws another figure than is recorded"
            )


def test_every_figure_is_drawn() -> None:
    """A page shows no picture that no example of it draws."""
    for language, path in pages():
        page = read(path, language, recording=True)
        for figure in page.figures:
            assert figure.path.with_suffix(".py") in page.examples, (
                f"{path}:{figure.line}"
            )


def test_every_snippet_is_shown() -> None:
    """No example, output or figure lies in snippets/ that no page shows."""
    shown = {
        block.path.with_suffix(suffix)
        for language, path in pages()
        for block in read(path, language, recording=True).blocks
        for suffix in (
            ".py",
            ".out",
            ".svg",
            *(f".torch-{r}.out" for r in block.others),
        )
    }
    lying = {
        path
        for path in (ROOT / "snippets").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert lying <= shown, sorted(str(path.relative_to(ROOT)) for path in lying - shown)


def test_unseeded_output_differs() -> None:
    """An example that prints an unseeded number can't pass: the runner seeds by chance."""
    code = "import torch\nprint(torch.rand(1).item())\n"
    here = Path(__file__)
    block = Block(here, 1, ROOT / "snippets" / "x.py", None, code, code, code, "", None)
    first, second = run([block])[0].output, run([block])[0].output
    assert not same(first, second)


def test_only_what_left_its_tolerance_is_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "LOCKED", True)
    example = tmp_path / "example.py"
    path = example.with_suffix(".out")
    marked = "--8<-- [start:{0}]\n{1}\n--8<-- [end:{0}]\n"
    path.write_text(marked.format("a", "1.000000") + marked.format("b", "2.0"))
    blocks = [
        Block(tmp_path / "page.md", 1, example, name, "", "", "", "", None)
        for name in "ab"
    ]
    difference = record(example, blocks, [Result("1.000001\n"), Result("2.5\n")])
    wanted = marked.format("a", "1.000000") + marked.format("b", "2.5")
    assert path.read_text() == wanted
    assert "-2.0\n+2.5\n" in difference
    assert "+1.0" not in difference
    assert not record(example, blocks, [Result("1.000001\n"), Result("2.5\n")])


def test_another_torch_records_beside_what_it_prints_differently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "LOCKED", False)
    monkeypatch.setattr(torch, "__version__", "2.99.1+cpu")
    example = tmp_path / "example.py"
    marked = "--8<-- [start:{0}]\n{1}\n--8<-- [end:{0}]\n"
    main = marked.format("a", "1.0") + marked.format("b", "2.0")
    example.with_suffix(".out").write_text(main)
    blocks = [
        Block(tmp_path / "page.md", 1, example, name, "", "", "", "", None)
        for name in "ab"
    ]
    record(example, blocks, [Result("1.0\n"), Result("2.5\n")])
    assert example.with_suffix(".out").read_text() == main
    other = tmp_path / "example.torch-2.99.out"
    assert other.read_text() == marked.format("b", "2.5")


@pytest.mark.parametrize(
    ("recorded", "printed", "agree"),
    [
        ("tensor(0.7133)", "tensor(0.7133)", True),
        ("tensor(0.7133)", "tensor(0.7134)", False),
        ("lr 0.1", "lr 0.100000001", True),
        ("step 3", "step 4", False),
        ("100000", "100001", False),
        ("tensor([1., 2.])", "tensor([1., -2.])", False),
        ("tensor([1., 2.])", "tensor([ 1.,  2.])", True),
        ("nan", "inf", False),
        ("a 1.0", "b 1.0", False),
        ("1e-3", "1e-4", False),
        ("1e-12", "8e-12", False),
        ("[0.5]", "[0.5, 0.5]", False),
        ("w1 1.5", "w2 1.5", False),
    ],
)
def test_same(recorded: str, printed: str, agree: bool) -> None:
    assert same(recorded, printed) is agree
