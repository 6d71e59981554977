"""Every Python block of every page runs, and prints and draws what is recorded.

Both languages have the same code (test_parity): an example runs once, from the English page.
"""

import json
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path

import pytest
import torch

from optguide_site.project import LANGUAGES, SNIPPETS, SOURCE, shown
from optguide_site.read.page import Example
from optguide_site.run.execute import Result, execute, same
from tests.support import examples
from tests.support.examples import (
    cases,
    command,
    difference,
    passed,
    write_figure,
    write_outputs,
)
from tests.support.pages import NAMES, read

#: A piece of code that is on no page.
LONE = Example(1, "", SNIPPETS / "x.py", None, "", "")


@pytest.mark.parametrize(("name", "example"), cases())
def test_example(
    name: str,
    example: Path,
    update_outputs: bool,
    device: str,
    machine: AbstractContextManager[None],
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    page = read("en", name)
    blocks = [block for block in page.examples[example] if not block.skip]
    for each in passed(name, example, request.config.getoption("--device")):
        record_property("record", json.dumps(asdict(each)))
    try:
        with machine:
            results = execute(blocks, device)
    except Exception as error:
        pytest.fail(own_traceback(error), pytrace=False)
    drawn = [svg for result in results for svg in result.figures]
    problems = [write_figure(page, example, drawn, update=update_outputs)]
    if update_outputs:
        if rewritten := write_outputs(example, blocks, results):
            record_property("updated", rewritten)
    else:
        problems += map(difference, blocks, (result.output for result in results))
    if found := [problem for problem in problems if problem]:
        found.append(f"If this is right: {command(name)}")
        pytest.fail("\n\n".join(found), pytrace=False)


def own_traceback(error: BaseException) -> str:
    """What an example raised, from its own first line on."""
    frames = traceback.extract_tb(error.__traceback__)
    own = (n for n, f in enumerate(frames) if Path(f.filename).is_relative_to(SNIPPETS))
    ours = (n for n, f in enumerate(frames) if Path(f.filename).is_relative_to(SOURCE))
    first = next(own, len(frames) - 1 if not list(ours) else 0)
    lines = traceback.format_list(list(frames)[first:])
    at = frames[first]
    said = "".join(traceback.format_exception_only(error))
    return f"{shown(Path(at.filename))}:{at.lineno}: {said}\n{''.join(lines)}{said}"


def test_every_snippet_is_shown() -> None:
    """No example, output or figure lies in snippets/ that no page shows."""
    there = {
        path
        for path in SNIPPETS.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    wanted = {path for path in there if path.name == "formulas.py"}
    for name in NAMES:
        page = read("en", name)
        wanted |= {figure.path for figure in page.figures}
        for block in page.blocks:
            others = [f".torch-{release}.out" for release in block.others]
            wanted |= {block.recorded(suffix) for suffix in (".py", ".out", *others)}
    lying = there - wanted
    assert not lying, sorted(map(shown, lying))


def test_no_output_is_of_a_section_that_is_gone() -> None:
    for name in NAMES:
        for example, blocks in read("en", name).examples.items():
            path = example.with_suffix(".out")
            if path.is_file() and path.is_relative_to(SNIPPETS):
                text = path.read_text("utf-8")
                recorded = [
                    line[14:-1] for line in text.split("\n") if "[start:" in line
                ]
                sections = [block.section for block in blocks]
                assert [s for s in sections if s in recorded] == recorded, shown(path)


def test_unseeded_output_differs() -> None:
    """An example that prints an unseeded number can't pass: the runner seeds by chance."""
    code = "import torch\nprint(torch.rand(1).item())\n"
    block = replace(LONE, code=code, copy=code)
    first, second = execute([block])[0].output, execute([block])[0].output
    assert not same(first, second)


def by_hand(section: str) -> Example:
    """A piece of code that every reader of L1 sees."""
    blocks = read("en", "losses/regression/l1.md").blocks
    return next(b for b in blocks if b.name.endswith(f"l1/by_hand.py:{section}"))


def test_a_traceback_names_file_and_line() -> None:
    """The line is the one in the file, with its marks and both languages' comments."""
    before, block = by_hand("errors"), by_hand("reduction")
    code = block.code.replace('print("sum"', 'raise ValueError("x")  # ')
    with pytest.raises(ValueError, match="x") as caught:
        execute([before, replace(block, code=code)])
    line = own_traceback(caught.value).partition(": ")[0]
    path, _, number = line.rpartition(":")
    text = (SNIPPETS.parent / path).read_text("utf-8").split("\n")
    assert text[int(number) - 1].startswith('print("sum"')


def test_what_differs_is_named_with_file_line_and_command() -> None:
    block = by_hand("reduction")
    said = difference(block, "none [0.5, 0.5, 0.0]\nsum 2.0\nmean 0.3333\n")
    path, number, rest = said.split(":", 2)
    assert path == "snippets/losses/regression/l1/by_hand.py"
    assert int(number) == block.numbers[0]
    assert "-sum 1.0\n+sum 2.0" in rest
    assert command("losses/regression/l1.md").endswith("PAGE=losses/regression/l1")


def test_only_what_left_its_tolerance_is_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "LOCKED", True)
    example = tmp_path / "example.py"
    path = example.with_suffix(".out")
    marked = "--8<-- [start:{0}]\n{1}\n--8<-- [end:{0}]\n"
    path.write_text(marked.format("a", "1.000000") + marked.format("b", "2.0"))
    blocks = [replace(LONE, path=example, section=name) for name in "ab"]
    results = [Result("1.000001\n"), Result("2.5\n")]
    said = write_outputs(example, blocks, results)
    wanted = marked.format("a", "1.000000") + marked.format("b", "2.5")
    assert path.read_text() == wanted
    assert "-2.0\n+2.5\n" in said
    assert "+1.0" not in said
    assert not write_outputs(example, blocks, results)


def test_another_torch_records_beside_what_it_prints_differently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "LOCKED", False)
    monkeypatch.setattr(torch, "__version__", "2.99.1+cpu")
    example = tmp_path / "example.py"
    marked = "--8<-- [start:{0}]\n{1}\n--8<-- [end:{0}]\n"
    main = marked.format("a", "1.0") + marked.format("b", "2.0")
    example.with_suffix(".out").write_text(main)
    blocks = [replace(LONE, path=example, section=name) for name in "ab"]
    write_outputs(example, blocks, [Result("1.0\n"), Result("2.5\n")])
    assert example.with_suffix(".out").read_text() == main
    other = tmp_path / "example.torch-2.99.out"
    assert other.read_text() == marked.format("b", "2.5")
    monkeypatch.setattr(torch, "__version__", "2.100.0")
    write_outputs(example, blocks, [Result("3.0\n"), Result("2.5\n")])
    latest = tmp_path / "example.torch-2.100.out"
    assert latest.read_text() == marked.format("a", "3.0")


def test_another_torch_has_an_output_of_its_own() -> None:
    blocks = read("en", "index.md").blocks
    assert blocks[-1].name == "first.py:version"
    assert blocks[-1].output == blocks[-1].printed_by("2.13.0+cpu") == "2.13.0\n"
    assert blocks[-1].printed_by("2.14.1+cu130") == "2.14.1\n"
    assert (
        blocks[-1].printed_by("2.16.0") == blocks[-1].printed_by("2.15.0") == "2.15.0\n"
    )
    assert blocks[0].printed_by("2.14.1") == blocks[0].output


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_drawn(language: str) -> None:
    """A page shows no picture that no example of it draws."""
    for name in NAMES:
        page = read(language, name)
        for figure in page.figures:
            drawn = figure.path.with_suffix(".py") in page.examples
            assert drawn or figure.is_diagram, figure


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
