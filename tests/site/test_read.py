"""Reading a page: which segments it becomes, and what is refused, with file and line."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_codeblocks import extract_from_buffer

from optguide_site import prepare, project
from optguide_site.project import DOCS, LANGUAGES, SNIPPETS
from optguide_site.read import nav
from optguide_site.read.page import (
    Box,
    Example,
    Figure,
    Heading,
    Page,
    Printed,
    Prose,
    Shell,
    read_page,
)
from optguide_site.read.source import PageError, Source, short_docstrings
from optguide_site.read.source import source as source_of
from optguide_site.words import words
from optguide_site.write.markdown import for_builder, for_reader
from optguide_site.write.notebook import to_notebook
from tests.support.pages import NAMES, each_name, each_page, read, shown
from tests.support.percent import PERCENT

EXAMPLE = """\
# --8<-- [start:first]
# zh: 一
# en: one
x = 1
# --8<-- [end:first]

# --8<-- [start:second]
if x:
    # zh: 二
    # en: two
    print(x)
# --8<-- [end:second]
"""


def source(tmp_path: Path, text: str, language: str = "en") -> Source:
    path = tmp_path / "example.py"
    path.write_text(text, "utf-8")
    return Source(path, language)


def page(text: str) -> Page:
    return read_page(Path("page.md"), "en", text)


@each_page(("src/optguide_site",))
def test_page_reads(language: str, name: str) -> None:
    read(language, name)


@each_name()
def test_pytest_codeblocks_finds_what_the_tests_run(name: str) -> None:
    """On the plain page: the same code, in the same order, with the same outputs."""
    whole = shown("en", name)
    text = for_builder(whole, {})
    lines = text.count("\n") + 2
    found = extract_from_buffer(io.StringIO(text), max_num_lines=lines)
    blocks = [block for block in found if block.syntax == "python"]
    assert [block.code.strip() for block in blocks] == [
        block.code.strip() for block in whole.blocks
    ]
    for one, other in zip(blocks, whole.blocks, strict=True):
        assert (one.expected_output or "").split() == (other.output or "").split()
        assert bool(one.marks) == bool(other.skip)


def left(path: Path, lines: range | None = None) -> Iterator[str]:
    """Where a file, or some lines of it, still says what ``make new-page`` wrote."""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if "TODO" in line and (lines is None or number in lines):
            yield f"{project.shown(path)}:{number}: {line.strip()}"


def left_on(page: Page) -> Iterator[str]:
    """The same for all that a page shows."""
    yield from left(page.path)
    for path, blocks in page.examples.items():
        if not blocks[0].is_reference and path.is_file():  # a lab has no other file
            yield from left(path)
        for block in blocks:
            if block.is_reference and block.section:
                yield from left(path, lines_of(block))


def lines_of(block: Example) -> range:
    """The lines of its file that a block shows."""
    file = source_of(block.path, "en")
    first, end = file.span(block.section)
    return range(file.numbers[first], file.numbers[end - 1] + 1)


@pytest.mark.parametrize("name", NAMES)
def test_no_starter_text_is_left(name: str) -> None:
    found = dict.fromkeys(at for each in LANGUAGES for at in left_on(read(each, name)))
    if found:
        about = f"{len(found)} times TODO: write what is meant, in its place"
        pytest.fail("\n".join([about, *found]), pytrace=False)


@pytest.mark.reads("tests/losses")
def test_no_starter_text_is_left_in_tests() -> None:
    paths = sorted((project.ROOT / "tests/losses").glob("*.py"))
    if found := [at for path in paths for at in left(path)]:
        pytest.fail("\n".join(["write what is meant:", *found]), pytrace=False)


def test_starter_text_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "new.md"
    path.write_text("# T { #t }\n\nTODO：一句话\n", "utf-8")
    assert list(left_on(read_page(path, "zh"))) == [f"{path}:3: TODO：一句话"]
    (block,) = page('# T\n\n--8<-- "optguide/losses/regression.py:L1Loss"\n').blocks
    first = block.path.read_text("utf-8").split("\n")[lines_of(block)[0] - 1]
    assert first == "class L1Loss(Loss):"


def test_segments() -> None:
    text = """\
---
description: about
---

# Title { #title }

Words.

![what](losses/regression/l1/curve.svg "caption")

1. In a list:

    --8<-- "losses/regression/l1/by_hand.py:errors"

??? note "More"

    --8<-- "losses/regression/l1/by_hand.py:reduction"

    ```sh
    pip install .
    ```
"""
    found = page(text)
    kinds = [Heading, Prose, Figure, Prose, Example, Box]
    assert [type(segment) for segment in found.segments] == kinds
    assert found.meta == {"description": "about"}
    assert [segment.line for segment in found.segments] == [5, 7, 9, 11, 13, 15]
    box = found.segments[-1]
    assert isinstance(box, Box)
    assert [type(segment) for segment in box.segments] == [Example, Shell]
    assert [segment.line for segment in box.segments] == [17, 19]
    names = ["curve.py", "by_hand.py:errors", "by_hand.py:reduction"]
    assert [block.name.rpartition("/")[2] for block in found.blocks] == names
    assert found.blocks[1].indent == "    "
    assert found.blocks[2].output == "none [0.5, 0.5, 0.0]\nsum 1.0\nmean 0.3333\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_marked_wherever_it_is_read(language: str) -> None:
    """On the page, in its Markdown, and in the notebook."""
    found = read(language, f"{L1}.md")
    marked = [block.verdict for block in found.blocks if block.verdict]
    assert marked == ["wrong", "right"] * 3
    said = [words(language)[verdict] for verdict in marked]
    for text in (
        for_reader(found, "https://example.org/"),
        "".join(cell.source for cell in to_notebook(found, "https://e.org/").cells),
    ):
        assert re.findall(f"[*]{{2}}({'|'.join(set(said))})[*]{{2}}", text) == said


def test_a_figure_whose_code_is_shown_folds_none() -> None:
    line = '--8<-- "losses/regression/l1/curve.py"'
    found = page(f"# T\n\n![what](losses/regression/l1/curve.svg)\n\n{line}\n")
    assert [figure.example for figure in found.figures] == [None]
    assert len(found.blocks) == 1


def test_a_diagram_has_no_code() -> None:
    found = page("# T\n\n![what](diagrams/groups.svg)\n")
    (diagram,) = found.figures
    assert diagram.is_diagram
    assert not found.examples
    address = "https://example.org/figures/diagrams/groups.svg"
    assert f"![what]({address})" in for_reader(found, "https://example.org/")
    (cell,) = to_notebook(found, "https://example.org/").cells
    assert f"![what]({address})" in cell.source


@pytest.mark.parametrize(("language", "comment"), [("zh", "# 二"), ("en", "# two")])
def test_comments_in_one_language(tmp_path: Path, language: str, comment: str) -> None:
    example = source(tmp_path, EXAMPLE, language)
    text = example.text(*example.span("second"))
    assert text == f"if x:\n    {comment}\n    print(x)\n"


def test_sections_leave_no_mark(tmp_path: Path) -> None:
    example = source(tmp_path, EXAMPLE)
    assert "--8<--" not in example.text(*example.span(None))
    assert example.text(*example.span("first")) == "# one\nx = 1\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# zh: 一\nx = 1\n", 1, "without '# en:'"),
        ("x = 1\n# zh: 一\n", 2, "without '# en:'"),
        ("x = 1\n# en: one\n", 2, "without '# zh:'"),
        ("# en: one\n# zh: 一\n", 1, "without '# zh:'"),
        ("# zh: 一\n# zh: 二\n# en: one\n", 1, "without '# en:'"),
        ("# zh: 一\n    # en: one\n", 1, "without '# en:'"),
        ("# --8<-- [start:a]\nx = 1\n", 1, "has no end"),
        ("x = 1\n# --8<-- [end:a]\n", 2, "has no start"),
        ("# --8<-- [start:a]\n# --8<-- [end:a]\n# --8<-- [start:a]\n", 3, "again"),
        ("x = 1\n# --8<-- [strat:a]\n", 2, "not a section mark"),
    ],
)
def test_bad_source_is_named(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    with pytest.raises(PageError, match=rf"example\.py:{line}: .*{message}"):
        source(tmp_path, text)


L1 = "losses/regression/l1"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x\n```python\nx = 1\n```\n", 2, "unknown fence .*a line of its own"),
        ("```\nx\n```\n", 1, "unknown fence"),
        ("~~~sh\nx\n~~~\n", 1, "never closed"),
        ("``` sh\nx\n```\n", 1, "unknown fence"),
        ("```sh\nx\n", 1, "never closed"),
        ('See --8<-- "first.py"\n', 1, "not an include"),
        ("--8<-- 'first.py'\n", 1, "not an include"),
        ('--8<-- "first.py" wrnog\n', 1, "not an include.*wrnog.*wrong"),
        ('--8<-- "first.out"\n', 1, "names a Python file"),
        (f'--8<-- "{L1}/by_hnd.py"\n', 1, f"did you mean '{L1}/by_hand.py'"),
        (f'--8<-- "{L1}/by_hand.py:erors"\n', 1, "did you mean 'errors'"),
        (f'--8<-- "{L1}/by_hand.py:x"\n', 1, "no section 'x' in snippets/.*it has"),
        ('<!--pytest.mark.xfail-->\n--8<-- "first.py"\n', 1, "a mark is"),
        ('<!--pytest.mark.skip(reason="r")-->\nx\n', 1, "above no example"),
        ('<!--pytest.mark.skip(reason="r")-->\n', 1, "above no example"),
        (
            f'--8<-- "{L1}/by_hand.py:errors"\n\n' * 2,
            3,
            "in the file's order",
        ),
        (f"![]({L1}/curve.svg)\n", 1, "alternative text"),
        (f"![x]({L1}/curv.svg)\n", 1, "no figure.*did you mean"),
        ('--8<-- "first.torch-2.14.out:version"\n', 1, "no block first.py:version"),
        ("words\n", 1, "begins with a heading"),
        ("---\na: [\n---\n", 2, "front matter"),
    ],
)
def test_bad_page_is_named(text: str, line: int, message: str) -> None:
    with pytest.raises(PageError, match=rf"page\.md:{line}: .*{message}"):
        page(text)


def test_lines_in_no_section_are_named() -> None:
    """What is between two sections runs before the second, so it has to be shown."""
    text = '# T\n\n--8<-- "first.py:check"\n'
    with pytest.raises(PageError, match=r"snippets/first\.py:\d+: .*in no section"):
        page(text)


def test_a_block_that_does_not_run_says_why() -> None:
    text = '# T\n<!--pytest.mark.skip(reason="needs two machines")-->\n--8<-- "first.py:train"\n'
    (block,) = page(text).blocks
    assert block.skip == "needs two machines"


@each_name()
def test_copies_begin_with_what_ran_before(name: str) -> None:
    """A copied section runs: it is what the test ran, one section after the other."""
    for blocks in read("en", name).examples.values():
        if blocks[0].is_reference:
            continue
        ran = ""
        for block in blocks:
            ran += block.runs
            assert block.copy.split() == ran.split(), block.name


def test_what_another_torch_prints_is_a_segment() -> None:
    printed = [s for s in read("en", "index.md").walk() if isinstance(s, Printed)]
    assert [(p.release, p.text) for p in printed] == [
        ("2.14", "2.14.1\n"),
        ("2.15", "2.15.0\n"),
    ]


def test_docstrings_are_cut_to_one_line() -> None:
    code = '''\
class A:
    """One.

    More.
    """

    def f(self):
        """Two.

        More.
        """
        return 1


class B:
    r"""Three.

    More.
    """
'''
    assert (
        short_docstrings(code)
        == '''\
class A:
    """One."""

    def f(self):
        """Two."""
        return 1


class B:
    r"""Three."""
'''
    )


def test_a_lab_is_a_page() -> None:
    lab = read_page(Path("lab.py"), "en", PERCENT)
    assert [block.code for block in lab.blocks] == ["x = 1\n", "print(x + 1)\n"]
    assert lab.blocks[1].copy == "x = 1\n\nprint(x + 1)\n"
    assert [block.numbers for block in lab.blocks] == [(9,), (12,)]
    assert lab.headings == [Heading(6, "", 1, "Lab", "lab")]
    assert lab.meta == {"description": "a lab"}


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("# # Lab", "# ```", 6, "code stands in a cell"),
        ("# %% [markdown]", "x = 0", 1, "every cell begins"),
    ],
)
def test_bad_lab_is_named(before: str, after: str, line: int, message: str) -> None:
    text = PERCENT.replace(before, after)
    with pytest.raises(PageError, match=rf"lab\.py:{line}: {message}"):
        read_page(Path("lab.py"), "en", text)


def test_the_navigation_names_each_page_once() -> None:
    listed = list(nav.listed(nav.read_nav()))
    assert sorted(listed) == sorted(set(listed)) == NAMES


def test_a_page_the_navigation_lacks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nav.yml"
    path.write_text("- index.md\n- losses/idex.md\n")
    found = list(
        nav.problems(nav.read_nav(path), ["index.md", "losses/index.md"], path)
    )
    assert "nav.yml:2: no page docs/zh/losses/idex.md" in str(found[0])
    assert "did you mean 'losses/index.md'" in str(found[0])
    assert "losses/index.md is missing: add" in str(found[1])
    path.write_text("- index.md\n- a: [\n")
    with pytest.raises(PageError, match=r"nav\.yml:3: "):
        nav.read_nav(path)


def test_a_page_in_one_language_is_named() -> None:
    said = str(prepare.missing("en", "losses/new.md"))
    assert said.startswith("docs/zh/losses/new.md:1: this page is missing in English")
    assert "docs/en/losses/new.md" in said


def test_dead_links_are_named() -> None:
    text = "# T { #t }\n\n[a](other.md) and [b](#x), `[c](d.md)`, [e](new.md#tt)\n"
    path = DOCS / "en" / "new.md"
    there = {"en": {"new.md": read_page(path, "en", text)}}
    found = [str(error) for error in prepare.dead_links(there, {})]
    assert found == [
        "docs/en/new.md:3: no page 'other.md'",
        "docs/en/new.md:3: no heading { #x } in new.md",
        "docs/en/new.md:3: no heading { #tt } in new.md",
    ]
    assert (SNIPPETS / "first.py").is_file()
