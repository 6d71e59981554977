"""Which pages a change touches: ``mkdocs serve --dirty`` builds those and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from optguide_site.page import INCLUDE_PATHS, ROOT

_SHOWN = re.compile(r'(?:--8<-- "|\]\()(?P<stem>[\w/]+)\.(?:py|out|svg)\b')


def sources(page: Path) -> Iterator[Path]:
    """The files that a page is made of: its own, the site's frame, examples, outputs, figures."""
    yield page
    yield from ROOT.glob("mkdocs*.yml")
    yield from (ROOT / "overrides").rglob("*.*")
    stems = {match["stem"] for match in _SHOWN.finditer(page.read_text("utf-8"))}
    for root, stem, suffix in product(INCLUDE_PATHS, stems, (".py", ".out", ".svg")):
        path = root / f"{stem}{suffix}"
        if path.is_file():
            yield path


def is_stale(page: Path, built: Path) -> bool:
    """Whether a source of ``page`` is newer than what was built of it."""
    if not built.is_file():
        return True
    time = built.stat().st_mtime
    return any(path.stat().st_mtime > time for path in sources(page))
