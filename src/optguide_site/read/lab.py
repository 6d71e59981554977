"""A lab: a page that is a notebook, written in jupytext's percent format.

::

    # ---
    # description: what search engines show
    # ---

    # %% [markdown]
    # # Title { #id }
    #
    # Prose, in the notation of every page.

    # %% alt="what the picture shows, for a cell that draws one"
    print(1 + 1)

A code cell is the same to the letter in both languages, so it holds no comments: what is to be
said is said in the prose. What a cell prints and draws comes from running the notebook, which
`optguide_site.run.lab` does; a page that was only read has its code and no outputs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from optguide_site.project import SNIPPETS
from optguide_site.read.page import (
    Example,
    Figure,
    Page,
    Segment,
    _Reader,
    split_front_matter,
)
from optguide_site.read.source import PageError

_HEADER = re.compile(r"\A# ---\n(?:#.*\n)*?# ---\n")


@dataclass(frozen=True)
class Cell(Example):
    """A code cell; ``alt`` says what is seen in the picture that it draws."""

    alt: str | None = None
    page: Path = Path()

    @property
    def origin(self) -> Path:
        """The notebook itself."""
        return self.page


def read_lab(path: Path, language: str, text: str) -> Page:
    """Read a notebook: its lines keep their numbers, each code cell is a `Cell`.

    Raises:
        PageError: a cell is not as it must be.
    """
    import jupytext  # takes a second: not for who reads no lab

    header = _HEADER.match(text)
    front = re.sub(r"^# ?", "", header[0], flags=re.M) if header else ""
    meta, _ = split_front_matter(front)
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines, 1) if line.startswith("# %%")]
    cells = jupytext.reads(text, "py:percent").cells
    cells = [cell for cell in cells if cell.cell_type != "raw"]  # front matter
    if len(cells) != len(starts):
        raise PageError(path, 1, "every cell begins with '# %%' or '# %% [markdown]'")
    reader = _Reader(path, language, meta)
    segments: list[Segment] = []
    copy, number = "", 0
    for start, cell in zip(starts, cells, strict=True):
        body = cell.source.split("\n")
        if cell.cell_type == "markdown":
            for n, line in enumerate(body, start + 1):
                if line.lstrip().startswith("```"):
                    raise PageError(path, n, "code stands in a cell of its own")
            segments += reader.segments(list(enumerate(body, start + 1)))
            continue
        number += 1
        code = cell.source + "\n"
        copy += "\n" * bool(copy) + code
        file = SNIPPETS / "labs" / path.name
        alt = cell.metadata.get("alt")
        segments.append(
            Cell(
                start,
                "",
                file,
                str(number),
                code,
                copy,
                numbers=tuple(range(start + 1, start + 1 + len(body))),
                alt=alt,
                page=path,
            )
        )
    return Page(path, language, meta, tuple(segments))


def with_results(page: Page, outputs: list[str], figures: list[Path | None]) -> Page:
    """The lab with what its cells printed and drew.

    Raises:
        PageError: a cell draws and does not say what, or says what and does not draw.
    """
    segments: list[Segment] = []
    results = iter(zip(outputs, figures, strict=True))
    for segment in page.segments:
        if not isinstance(segment, Cell):
            segments.append(segment)
            continue
        output, figure = next(results)
        segments.append(replace(segment, output=output or None))
        if bool(figure) != bool(segment.alt):
            raise page.error(segment.line, 'a cell that draws says # %% alt="what"')
        if figure and segment.alt:
            end = segment.line + segment.code.count("\n")
            segments.append(Figure(end, "", figure, segment.alt, None))
    return replace(page, segments=tuple(segments))
