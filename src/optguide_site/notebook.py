"""A page as a Jupyter notebook: its prose, its code, and the outputs on record."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from nbformat import NotebookNode, from_dict

from optguide_site.lab import Lab
from optguide_site.page import MARK, Block, Page

_BOX = re.compile(r'^(?P<indent>\s*)(?:\?\?\?\+?|!!!) \w+ "(?P<title>.*)"$')
_ATTRIBUTES = re.compile(r"\s*\{ #[\w-]+ \}$")
_LINK = re.compile(
    r"\]\((?!\w+:)(?P<path>[^)\s]*?)(?P<name>\w+)\.(?:md|py)(?P<id>#[\w-]+)?\)"
)


def to_notebook(page: Page, folder: str, repository: str | None = None) -> NotebookNode:
    """The page as a notebook that runs from top to bottom.

    Args:
        page: the page.
        folder: the address of the folder that the page stands in; links start from there.
        repository: where `optguide` can be installed from, if anywhere; the notebook
            then begins with a cell that does so.
    """
    cells: list[NotebookNode] = []
    prose: list[str] = []

    def flush() -> None:
        text = "\n".join(prose).strip()
        if text:
            cells.append(_cell("markdown", re.sub(r"\n{3,}", "\n\n", text)))
        prose.clear()

    blocks = {block.line: block for block in page.blocks}
    figures = {figure.line: figure for figure in page.figures}
    fences = {fence.line: fence for fence in page.fences}
    boxes: list[int] = []  # how far what stands in an open box is indented
    number = 1
    while number <= len(page.lines):
        line = page.lines[number - 1]
        if fence := fences.get(number):
            if fence.info == "python":
                flush()
                cells.append(_code_cell(blocks[number], page))
            elif fence.info == "sh":
                prose += ["```sh", *fence.body, "```"]
            elif number in page.others:
                prose += ["```text", page.others[number].rstrip("\n"), "```"]
            number = fence.end
        elif figure := figures.get(number):
            if not isinstance(page, Lab):  # there the picture stands below its cell
                prose.append(f"*{figure.caption or figure.alt}*")
        elif box := _BOX.match(line):
            boxes.append(len(box["indent"]) + 4)
            prose += [f"**{box['title']}**", ""]
        elif not line.lstrip().startswith(MARK):
            indent = len(line) - len(line.lstrip())
            while boxes and line.strip() and indent < boxes[-1]:
                boxes.pop()
            prose.append(_prose(line.lstrip() if boxes else line, folder))
        number += 1
    flush()
    if repository:
        install = f"%pip install -q git+{repository}"
        cells.insert(1, _cell("code", install, execution_count=None, outputs=[]))
    for position, cell in enumerate(cells):
        cell["id"] = f"cell-{position}"  # the same in every build
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return _node(
        nbformat=4, nbformat_minor=5, metadata={"kernelspec": kernel}, cells=cells
    )


def _node(**entries: Any) -> NotebookNode:
    """Part of a notebook. What nbformat offers for it validates each part: as long as a page."""
    node: NotebookNode = from_dict(entries)
    return node


def _cell(kind: str, source: str, **entries: Any) -> NotebookNode:
    return _node(cell_type=kind, id="", metadata={}, source=source, **entries)


def _prose(line: str, folder: str) -> str:
    """A line without heading ids and with links that lead to the site."""

    def absolute(link: re.Match[str]) -> str:
        name = "" if link["name"] == "index" else f"{link['name']}/"
        return f"]({urljoin(folder, link['path'] + name)}{link['id'] or ''})"

    return _LINK.sub(absolute, _ATTRIBUTES.sub("", line))


def _code_cell(block: Block, page: Page) -> NotebookNode:
    outputs: list[Any] = []
    if block.output:
        outputs.append(
            {"output_type": "stream", "name": "stdout", "text": block.output}
        )
    for figure in page.figures_of(block):
        svg = figure.path.read_text("utf-8")
        outputs.append(
            {
                "output_type": "display_data",
                "metadata": {},
                "data": {"image/svg+xml": svg},
            }
        )
    source = block.run.strip("\n")
    return _cell("code", source, execution_count=None, outputs=outputs)
