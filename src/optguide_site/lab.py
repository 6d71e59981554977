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

A code cell is the same to the letter in both languages, so it holds no comments: what is
to be said stands in the prose. What a cell prints and draws comes from running the
notebook, and is kept in ``.cache/labs`` until something it hangs on changes.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from filelock import FileLock
from mkdocs.utils.meta import get_data

from optguide_site.page import ROOT, Block, Fence, Figure, Page
from optguide_site.result import Result

CACHE = ROOT / ".cache" / "labs"
version = cache(metadata.version)
#: Whose versions an output may hang on, besides Python's.
PACKAGES = ("torch", "numpy", "scikit-learn", "matplotlib")
_HEADER = re.compile(r"\A# ---\n(?:#.*\n)*?# ---\n")


def front_matter(text: str) -> dict[str, Any]:
    """What stands between the first two lines ``# ---``."""
    header = _HEADER.match(text)
    return get_data(re.sub(r"^# ?", "", header[0], flags=re.M))[1] if header else {}


class Lab(Page):
    """A notebook, read as a page: its lines keep their numbers, each cell is a block."""

    def _read_fences(self) -> list[Fence]:
        import jupytext  # takes a second: not for who reads no lab

        starts = [n for n, line in enumerate(self.lines, 1) if line.startswith("# %%")]
        cells = jupytext.reads("\n".join(self.lines), "py:percent").cells
        cells = [cell for cell in cells if cell.cell_type != "raw"]  # front matter
        if len(cells) != len(starts):
            raise self.error(1, "every cell begins with '# %%' or '# %% [markdown]'")
        self.alts: dict[int, str | None] = {}
        fences: list[Fence] = []
        prose = [""] * len(self.lines)
        for start, cell in zip(starts, cells, strict=True):
            body = cell.source.split("\n")
            if cell.cell_type == "markdown":
                prose[start : start + len(body)] = body
                for number, line in enumerate(body, start + 1):
                    if line.lstrip().startswith("```"):
                        raise self.error(number, "code stands in a cell of its own")
            else:
                end = start + len(body)
                fences.append(Fence(start, "", "python", body, end))
                self.alts[start] = cell.metadata.get("alt")
        self.lines = prose
        return fences

    def _read_blocks(self) -> list[Block]:
        blocks: list[Block] = []
        copy = ""
        for number, fence in enumerate(self.fences, 1):
            code = "\n".join(fence.body) + "\n"
            copy += "\n" * bool(copy) + code
            block = Block(
                page=self.path,
                line=fence.line,
                path=ROOT / "snippets" / "labs" / self.path.name,
                section=str(number),
                shown=code,
                run=code,
                copy=copy,
                output=None,
                no_run=None,
            )
            blocks.append(block)
        if self.recording:
            return blocks
        self.folder, results = executed(self.path.stem, blocks)
        self.drawn = [bool(result.figures) for result in results]
        return [
            replace(block, output=result.output or None)
            for block, result in zip(blocks, results, strict=True)
        ]

    def _read_figures(self) -> list[Figure]:
        if self.recording:
            return []
        figures = []
        for fence, block, drawn in zip(
            self.fences, self.blocks, self.drawn, strict=True
        ):
            alt = self.alts[fence.line]
            if drawn != bool(alt):
                raise self.error(fence.line, 'a cell that draws says # %% alt="what"')
            if alt:
                path = self.folder / f"{block.section}.svg"
                figures.append(Figure(fence.end + 1, path, alt, None))
        return figures

    def figures_of(self, block: Block) -> list[Figure]:
        """The figure that a cell draws, if it does."""
        return [f for f in self.figures if f.path.stem == block.section]

    def downloads(self) -> dict[str, str]:
        """The notebook's source."""
        return {self.path.name: self.path.read_text("utf-8")}


def executed(
    name: str, blocks: Sequence[Block], *, again: bool = False
) -> tuple[Path, list[Result]]:
    """What the cells of a lab print and draw, and the folder where that is kept.

    The cells run where nothing is kept that fits them, or when asked ``again``.

    Raises:
        Exception: whatever a cell raises.
    """
    folder = CACHE / name / key(blocks)
    record = folder / "outputs.json"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(f"{folder.parent}.lock"):  # the workers of pytest-xdist: one runs it
        if again or not record.is_file():
            from optguide_site.run import run  # torch takes its time

            print(f"running the lab {name}", file=sys.stderr)
            results = run(blocks)
            shutil.rmtree(folder.parent)
            folder.mkdir(parents=True)
            for block, result in zip(blocks, results, strict=True):
                if len(result.figures) > 1:
                    raise ValueError(f"{block.name} draws more than one figure")
                for svg in result.figures:
                    (folder / f"{block.section}.svg").write_text(svg, "utf-8")
            outputs = [result.output for result in results]
            record.write_text(json.dumps(outputs, ensure_ascii=False), "utf-8")
        outputs = json.loads(record.read_text("utf-8"))
        return folder, [
            Result(output, [svg.read_text("utf-8")] if svg.is_file() else [])
            for output, block in zip(outputs, blocks, strict=True)
            for svg in [folder / f"{block.section}.svg"]
        ]


def key(blocks: Sequence[Block]) -> str:
    """Changes with all that a run hangs on: cells, `optguide`, the runner, versions."""
    source = ROOT / "src"
    files = [*source.glob("optguide/**/*.py"), *source.glob("optguide_site/run.py")]
    files += source.glob("optguide_site/figure.py")
    parts = [block.run for block in blocks]
    parts += [path.read_text("utf-8") for path in sorted(files)]
    parts += [sys.version, *(f"{name} {version(name)}" for name in PACKAGES)]
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
