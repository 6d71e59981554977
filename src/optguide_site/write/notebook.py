"""A page as a Jupyter notebook: its prose, its code, and the outputs on record."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from nbformat import NotebookNode, from_dict

from optguide_site.project import SNIPPETS
from optguide_site.read.page import (
    Box,
    Example,
    Figure,
    Heading,
    Page,
    Printed,
    Prose,
    Shell,
    Table,
)
from optguide_site.run import figure
from optguide_site.words import words
from optguide_site.write.markdown import fence, figure_file, flat, reader_prose


def to_notebook(
    page: Page, address: str, repository: str | None = None, table: str = ""
) -> NotebookNode:
    """The page as a notebook that runs from top to bottom.

    Args:
        page: the page; a lab with its outputs.
        address: the address of the language's site; links lead there.
        repository: where `optguide` can be installed from, if anywhere; the notebook
            then begins with a cell that does so.
        table: what stands where the page has its table of what was verified.
    """
    cells: list[NotebookNode] = []
    prose: list[str] = []
    drawings = {figure.path: figure for figure in page.figures}

    def flush() -> None:
        text = "\n".join(prose).strip()
        if text:
            cells.append(_cell("markdown", re.sub(r"\n{3,}", "\n\n", text)))
        prose.clear()

    for segment in flat(page.segments):
        match segment:
            case Prose():
                prose += ["", reader_prose(segment.text, page, address), ""]
            case Heading():
                prose += ["", f"{'#' * segment.level} {segment.text}", ""]
            case Example():
                if segment.verdict:
                    prose += ["", f"**{words(page.language)[segment.verdict]}**", ""]
                flush()
                picture = drawings.get(segment.recorded(".svg"))
                cells.append(_code(segment, picture, page.language))
            case Figure() if segment.is_diagram:
                where = urljoin(address, figure_file(segment))
                prose += ["", f"![{segment.alt}]({where})", ""]
            case Figure() if segment.path.is_relative_to(SNIPPETS):
                prose += ["", f"*{segment.caption or segment.alt}*", ""]
                if segment.example:
                    flush()
                    cells.append(_code(segment.example, segment, page.language))
            case Figure():  # of a lab: what the cell above it drew
                cells[-1].outputs.append(_picture(segment, page.language))
            case Printed():
                prose += ["", *fence("text", segment.text), ""]
            case Shell():
                prose += ["", *fence("sh", segment.text), ""]
            case Box():
                prose += ["", f"**{segment.title}**", ""]
            case Table():
                prose += ["", reader_prose(table, page, address), ""]
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


def _code(example: Example, picture: Figure | None, language: str) -> NotebookNode:
    outputs: list[Any] = []
    if example.output:
        outputs.append(_node(output_type="stream", name="stdout", text=example.output))
    if picture and "plt.show()" in example.code:
        outputs.append(_picture(picture, language))
    source = example.runs.strip("\n")
    return _cell("code", source, execution_count=None, outputs=outputs)


def _picture(picture: Figure, language: str) -> NotebookNode:
    svg = figure.in_language(picture.path.read_text("utf-8"), language)
    return _node(output_type="display_data", metadata={}, data={"image/svg+xml": svg})
