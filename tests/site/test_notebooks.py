"""Every page is a notebook that runs from top to bottom and prints what the page shows."""

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from optguide_site.hooks import colab, searchable
from optguide_site.notebook import to_notebook
from optguide_site.page import ROOT, Page
from optguide_site.run import same
from tests.site.test_twins import CJK, NAMES

FOLDER = "https://example.org/guide/"


def notebook(language: str, name: str, repository: str | None = None) -> NotebookNode:
    return to_notebook(
        Page.read(ROOT / "docs" / language / name, language), FOLDER, repository
    )


def code(cells: NotebookNode) -> list[str]:
    return [cell.source for cell in cells.cells if cell.cell_type == "code"]


def stdout(cell: NotebookNode) -> str:
    texts = [out.text for out in cell.get("outputs", []) if out.get("name") == "stdout"]
    return "".join(f"{line.rstrip()}\n" for line in "".join(texts).splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_notebook_runs(name: str, tmp_path: Path) -> None:
    """One language: the other's code is the same, as the next test shows."""
    recorded = notebook("zh", name)
    executed = nbformat.from_dict(recorded.copy())
    client = NotebookClient(
        executed, timeout=300, resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute()
    for before, after in zip(notebook("zh", name).cells, executed.cells, strict=True):
        assert same(stdout(before), stdout(after)), f"{name}: {before.source}"


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_hold_the_same_code(name: str) -> None:
    zh, en = (code(notebook(language, name)) for language in ("zh", "en"))
    assert [ast.dump(ast.parse(a)) for a in zh] == [ast.dump(ast.parse(b)) for b in en]


@pytest.mark.parametrize("name", NAMES)
def test_comments_are_in_the_language_of_the_page(name: str) -> None:
    assert not any(CJK.search(source) for source in code(notebook("en", name)))


def test_links_lead_to_the_site() -> None:
    text = "\n".join(cell.source for cell in notebook("en", "index.md").cells)
    assert f"]({FOLDER}losses/regression/l1/#broadcasting)" in text
    assert f"]({FOLDER}losses/)" in text
    assert ".md" not in text
    assert "{ #" not in text


def test_a_repository_is_installed_from() -> None:
    cells = notebook("en", "index.md", "https://example.org/o/r").cells
    assert cells[1].source == "%pip install -q git+https://example.org/o/r"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (None, None),
        ("https://example.org/o/r", None),
        (
            "https://github.com/o/r.git",
            "https://colab.research.google.com/github/o/r/blob/notebooks/en/x.ipynb",
        ),
    ],
)
def test_colab_opens_what_github_keeps(
    repository: str | None, address: str | None
) -> None:
    assert colab(repository, "en/x.ipynb") == address


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        (["SGD", "动量"], ["SGD", "动量"]),
        (["交叉熵"], ["交叉熵", "交叉"]),
        (["KL散度"], ["KL散度"]),
    ],
)
def test_chinese_words_are_searched_by_their_beginning(
    tags: list[str], known: list[str]
) -> None:
    assert searchable(tags) == known
