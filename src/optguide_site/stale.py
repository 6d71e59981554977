"""Which pages a change touches: ``mkdocs serve --dirty`` builds those and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from optguide_site.page import INCLUDE_PATHS, ROOT

_SHOWN = re.compile(r'(?:--8<-- "|\]\()(?P<stem>[\w/]+)\.(?:py|out|svg)\b')


def frame_changed() -> float:
    """When what stands around every page was saved last, in seconds since the epoch."""
    frame = [*ROOT.glob("mkdocs*.yml"), *(ROOT / "overrides").rglob("*.*")]
    return max(path.stat().st_mtime for path in frame)


def shown(page: Path) -> Iterator[Path]:
    """The examples, outputs and figures that a page includes."""
    stems = {match["stem"] for match in _SHOWN.finditer(page.read_text("utf-8"))}
    for root, stem, suffix in product(INCLUDE_PATHS, stems, (".py", ".out", ".svg")):
        path = root / f"{stem}{suffix}"
        if path.is_file():
            yield path


def is_stale(page: Path, built: Path, frame: float) -> bool:
    """Whether a page, what it includes, or its frame is newer than what was built of it."""
    if not built.is_file():
        return True
    time = built.stat().st_mtime
    return frame > time or any(
        path.stat().st_mtime > time for path in (page, *shown(page))
    )
