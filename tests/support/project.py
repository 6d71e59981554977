"""A copy of the project, to change it."""

import os
import shutil
import subprocess
from pathlib import Path

from optguide_site.project import LANGUAGES, ROOT


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
    shutil.rmtree(copy / "docs")
    for language in LANGUAGES:
        for name, text in pages.items():
            path = copy / "docs" / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    nav = "".join(f"- {name}\n" for name in pages)
    (copy / "docs/nav.yml").write_text(nav)
    return copy


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
