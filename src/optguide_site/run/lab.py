"""What the cells of a lab printed and drew, kept until something that they depend on changes."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from filelock import FileLock

from optguide_site.project import RUNS, SOURCE
from optguide_site.read.lab import with_results
from optguide_site.read.page import Page
from optguide_site.run.depends import digest, files

#: Whose versions an output may depend on, besides Python's.
PACKAGES = ("torch", "numpy", "scikit-learn", "matplotlib")
#: The installed version of a package, looked up once.
version = cache(metadata.version)
_RUNNER = [SOURCE / "optguide_site" / "run" / n for n in ("execute.py", "figure.py")]


@dataclass(frozen=True)
class LabRun:
    """What the cells of one run printed and drew."""

    outputs: list[str]
    #: for each cell its picture, if it drew one
    figures: list[Path | None]
    #: whether the cells, and all that they depend on, are still as they were
    current: bool

    def applied_to(self, page: Page) -> Page:
        """The lab with its outputs and figures.

        Raises:
            PageError: a cell draws and does not say what, or says what and does not draw.
        """
        return with_results(page, self.outputs, self.figures)


def key(page: Page) -> str:
    """Changes with all that a run depends on: cells, the modules they import, versions."""
    code = "\n".join(block.code for block in page.blocks)
    versions = [f"{name} {version(name)}" for name in PACKAGES]
    cells = [block.code for block in page.blocks]
    return digest([*cells, sys.version, *versions], {*files(code), *_RUNNER})


def kept(page: Page, *, stale: bool = False) -> LabRun | None:
    """The run on disk of a lab as it stands; or its last, if ``stale`` will do."""
    folder = RUNS / page.path.stem
    wanted = key(page)
    found = _read(folder / wanted, len(page.blocks), current=True)
    if found or not stale:
        return found
    others = sorted(
        folder.glob("*/outputs.json"), key=lambda path: path.stat().st_mtime
    )
    for path in reversed(others):
        if found := _read(path.parent, len(page.blocks), current=False):
            return found
    return None


def _read(folder: Path, cells: int, *, current: bool) -> LabRun | None:
    """A run, None where there is none that fits."""
    try:
        outputs = json.loads((folder / "outputs.json").read_text("utf-8"))
    except (OSError, ValueError):  # none, or written in part
        return None
    if not isinstance(outputs, list) or len(outputs) != cells:
        return None
    paths = [folder / f"{number}.svg" for number in range(1, cells + 1)]
    figures = [path if path.is_file() else None for path in paths]
    return LabRun(outputs, figures, current)


def run(page: Page) -> LabRun:
    """Run a lab now, and keep what it printed and drew.

    Raises:
        Exception: whatever a cell raises.
    """
    from optguide_site.run.execute import execute  # torch takes its time

    wanted = key(page)
    folder = RUNS / page.path.stem
    folder.mkdir(parents=True, exist_ok=True)
    results = execute(page.blocks)
    for block, result in zip(page.blocks, results, strict=True):
        if len(result.figures) > 1:
            raise page.error(block.line, "a cell draws at most one figure")
    with FileLock(f"{folder}.lock"):
        new = Path(tempfile.mkdtemp(dir=folder))
        for number, result in enumerate(results, 1):
            for svg in result.figures:
                (new / f"{number}.svg").write_text(svg, "utf-8")
        outputs = [result.output for result in results]
        (new / "outputs.json").write_text(
            json.dumps(outputs, ensure_ascii=False), "utf-8"
        )
        for old in folder.iterdir():
            if old != new:
                shutil.rmtree(old)
        new.rename(folder / wanted)
    found = kept(page)
    assert found
    return found


def run_all(labs: Iterable[Page]) -> None:
    """Run labs, as many at a time as there are cores, and say so.

    Raises:
        Exception: whatever a cell raises.
    """
    waiting = list(labs)
    if not waiting:
        return
    workers = min(len(waiting), cpu_count() or 1)
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        running = {page.path.stem: pool.submit(run, page) for page in waiting}
        for number, (name, done) in enumerate(running.items(), 1):
            print(
                f"labs: {number} of {len(running)}, {name} …",
                file=sys.stderr,
                flush=True,
            )
            done.result()


def main(names: list[str]) -> int:
    """Run labs by name: ``python -m optguide_site.run.lab ravine``."""
    from optguide_site.project import DOCS
    from optguide_site.read.page import read_page

    for name in names:
        run(read_page(DOCS / "zh" / "labs" / f"{name}.py", "zh"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
