"""Every page is a notebook that runs from top to bottom and prints what the page shows."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import torch
from jupyter_client.manager import KernelManager
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from optguide_site.prepare import colab, searchable
from optguide_site.run.execute import same
from optguide_site.write.notebook import to_notebook
from tests.support.pages import CJK, NAMES, digest, each_name, each_page, shown

ADDRESS = "https://example.org/guide/"
BY_CODE = pytest.mark.parametrize(
    "name", [pytest.param(n, id=n, marks=pytest.mark.content(digest(n))) for n in NAMES]
)


def notebook(language: str, name: str, repository: str | None = None) -> NotebookNode:
    return to_notebook(shown(language, name), ADDRESS, repository)


def code(cells: NotebookNode) -> list[str]:
    return [cell.source for cell in cells.cells if cell.cell_type == "code"]


def stdout(cell: NotebookNode) -> str:
    texts = [out.text for out in cell.get("outputs", []) if out.get("name") == "stdout"]
    return "".join(f"{line.rstrip()}\n" for line in "".join(texts).splitlines())


#: What a kernel that has run other notebooks needs, to be as one that has just begun.
#: gc.freeze spares the next %reset a second's search of torch for garbage.
FRESH = """%reset -f
import gc, os, torch
os.chdir({folder!r})
torch.set_default_dtype(torch.float32)
torch.seed()
gc.freeze()
del gc, os, torch"""


@pytest.fixture(scope="module")
def client() -> Iterator[NotebookClient]:
    """One kernel for all notebooks: to start one and import torch takes longer than to run."""
    kernel = KernelManager()
    client = NotebookClient(new_notebook(), km=kernel, timeout=300)
    # With a thread of its own for each core, torch waits for those of the other tests.
    client.execute(env={**os.environ, "OMP_NUM_THREADS": "1"})
    yield client
    assert client.kc is not None
    client.kc.stop_channels()
    kernel.shutdown_kernel(now=True)


@BY_CODE
def test_notebook_runs(name: str, tmp_path: Path, client: NotebookClient) -> None:
    """One language: the other's code is the same, as the next test shows."""
    page = shown("zh", name)
    executed = to_notebook(page, ADDRESS)
    executed.cells.insert(0, new_code_cell(FRESH.format(folder=str(tmp_path))))
    client.nb = executed
    client.execute()
    cells = [cell for cell in executed.cells[1:] if cell.cell_type == "code"]
    for block, cell in zip(page.blocks, cells, strict=True):
        recorded = block.printed_by(torch.__version__) or ""
        assert same(recorded, stdout(cell)), f"{name}: {cell.source}"


@each_page(("src/optguide_site",))
def test_notebook_is_valid(language: str, name: str) -> None:
    nbformat.validate(notebook(language, name, "https://example.org/o/r"))


@each_name()
def test_both_languages_hold_the_same_code(name: str) -> None:
    zh, en = (code(notebook(language, name)) for language in ("zh", "en"))
    assert [ast.dump(ast.parse(a)) for a in zh] == [ast.dump(ast.parse(b)) for b in en]


@each_name()
def test_comments_are_in_the_language_of_the_page(name: str) -> None:
    assert not any(CJK.search(source) for source in code(notebook("en", name)))


def test_links_lead_to_the_site() -> None:
    text = "\n".join(cell.source for cell in notebook("en", "index.md").cells)
    assert f"]({ADDRESS}losses/#choose)" in text
    assert f"]({ADDRESS}losses/)" in text
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
