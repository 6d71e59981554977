"""The page model: what it makes of a file, and what it refuses."""

import ast
from pathlib import Path

import pytest

from optguide_site.page import ROOT, Page, PageError, Source, pages, short_docstrings

EXAMPLE = """\
import torch

# --8<-- [start:first]
# zh: 一
# en: one
x = 1
# --8<-- [end:first]
y = 2
# --8<-- [start:second]
if x:
    # zh: 二
    # en: two
    print(y)
# --8<-- [end:second]
"""


def source(tmp_path: Path, text: str, language: str = "en") -> Source:
    path = tmp_path / "example.py"
    path.write_text(text, "utf-8")
    return Source(path, language)


@pytest.mark.parametrize(("language", "comment"), [("zh", "# 二"), ("en", "# two")])
def test_comments_in_one_language(tmp_path: Path, language: str, comment: str) -> None:
    example = source(tmp_path, EXAMPLE, language)
    shown = example.text(*example.span("second"))
    assert shown == f"if x:\n    {comment}\n    print(y)\n"


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


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x\n```python\nx = 1\n```\n", 2, "holds one line"),
        ("```python\n```\n", 1, "holds one line"),
        ("```\nx\n```\n", 1, "unknown fence"),
        ("``` python\nx\n```\n", 1, "unknown fence"),
        (
            "<!--pytest.mark.xfail-->\n" + '```python\n--8<-- "first.py"\n```\n',
            1,
            "a mark is",
        ),
        (
            '```python\n--8<-- "first.py:check"\n```\n\n```python\n--8<-- "first.py:train"\n```\n',
            6,
            "in the file's order",
        ),
        (
            "<!--pytest-codeblocks:expected-output-->\n"
            + '```python\n--8<-- "first.py"\n```\n',
            1,
            "above a text fence",
        ),
        ("![](losses/regression/l1/curve.svg)\n", 1, "alternative text"),
        (
            'What 2.14 prints:\n\n```text\n--8<-- "first.torch-2.14.out:version"\n```\n',
            3,
            "no block first.py:version",
        ),
    ],
)
def test_bad_page_is_named(text: str, line: int, message: str) -> None:
    with pytest.raises(PageError, match=rf"page\.md:{line}: .*{message}"):
        Page(Path("page.md"), "en", text)


def test_a_block_that_does_not_run_says_why() -> None:
    text = '<!--pytest.mark.skip(reason="needs two machines")-->\n```python\n--8<-- "first.py"\n```\n'
    (block,) = Page(Path("page.md"), "en", text).blocks
    assert block.no_run == "needs two machines"


def test_another_torch_has_an_output_of_its_own() -> None:
    page = Page.read(ROOT / "docs" / "en" / "index.md", "en")
    block = page.blocks[-1]
    assert block.name == "first.py:version"
    assert block.output == block.printed_by("2.13.0+cpu") == "2.13.0\n"
    assert block.printed_by("2.14.1+cu130") == "2.14.1\n"
    assert page.blocks[0].printed_by("2.14.1") == page.blocks[0].output


@pytest.mark.parametrize(
    ("language", "path"), pages(), ids=lambda value: str(value)[-40:]
)
def test_a_copy_is_all_that_ran(language: str, path: Path) -> None:
    """A copied section runs, since the test ran the same lines, one section after the other."""
    for blocks in Page.read(path, language).examples.values():
        for number, block in enumerate(blocks, 1):
            ran = (
                block.run
                if block.is_reference
                else "".join(b.run for b in blocks[:number])
            )
            assert ast.dump(ast.parse(block.copy)) == ast.dump(ast.parse(ran)), (
                block.name
            )


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
