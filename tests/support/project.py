"""A copy of the project, to change it."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable
from pathlib import Path

from optguide_site.project import LANGUAGES, ROOT
from optguide_site.read.page import page_names

#: A link to a page or a lab, from its bracket on.
_LINK = re.compile(r"\]\((?!\w+:)([^)\s#]+\.(?:md|py))(#[\w-]+)?\)")


def copied(folder: Path) -> Path:
    """Copy what git tracks into ``folder``, and lend it what is installed."""
    copy = folder / "optguide"
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in tracked.strip("\0").split("\0"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy / name)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    if (ROOT / ".build" / "labs").is_dir():  # or its first build runs all labs
        shutil.copytree(ROOT / ".build" / "labs", copy / ".build" / "labs")
    return copy


def small(folder: Path, pages: dict[str, str]) -> Path:
    """A copy with these pages alone, the same in both languages."""
    copy = copied(folder)
    for language in LANGUAGES:
        shutil.rmtree(copy / "docs" / language)
        for name, text in pages.items():
            path = copy / "docs" / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    _write_nav(copy, pages)
    return copy


def pruned(folder: Path, names: Collection[str]) -> Path:
    """A copy with some of the pages, the home page among them; links to others lead home."""
    copy = copied(folder)
    for language in LANGUAGES:
        docs = copy / "docs" / language
        for name in page_names():
            if name not in names:
                (docs / name).unlink()
                continue
            here = Path(name).parent
            home = os.path.relpath("index.md", here)

            def link(found: re.Match[str], here: Path = here, home: str = home) -> str:
                there = os.path.normpath(here / found[1]) in names
                return found[0] if there else f"]({home})"

            text = (docs / name).read_text("utf-8")
            (docs / name).write_text(_LINK.sub(link, text), "utf-8")
    _write_nav(copy, names)
    return copy


def _write_nav(copy: Path, names: Iterable[str]) -> None:
    (copy / "docs/nav.yml").write_text("".join(f"- {name}\n" for name in names))


def environment(copy: Path) -> dict[str, str]:
    """Import the copy, not the project; its site has the address of every clone."""
    inherited = {
        k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")
    }
    return {
        **inherited,
        "PYTHONPATH": str(copy / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def build_environment(folder: Path, address: str) -> dict[str, str]:
    """Build the site for an address, with its prepared pages in a folder of their own."""
    return {
        # What make sets to the time of the commit; all builds of the tests agree on it.
        **{"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"},
        **os.environ,
        **{"SITE_URL": address, "REPO_URL": "", "OPTGUIDE_BUILD": str(folder)},
    }
