"""Each page's downloads, beside it."""

from __future__ import annotations

from pathlib import Path
from shutil import copy2

from optguide_site.finish.site import Site
from optguide_site.project import LANGUAGES


def copy(site: Site) -> None:
    """Copy the prepared files into the site; what is there already stays."""
    for language in LANGUAGES:
        files = site.build / "files" / language
        for path in files.rglob("*"):
            if path.is_file():
                _copy(path, site.root(language) / path.relative_to(files))


def _copy(path: Path, to: Path) -> None:
    if not to.exists() or to.stat().st_mtime_ns != path.stat().st_mtime_ns:
        to.parent.mkdir(parents=True, exist_ok=True)
        copy2(path, to)
