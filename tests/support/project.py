"""The project as tests need it: its pages, each read once, and a copy to change."""

import functools
import os
import shutil
import subprocess
from pathlib import Path

from optguide_site.page import ROOT, Page

#: For tests that change no page: each of its examples would read it four times.
read = functools.cache(Page.read)


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
    if (ROOT / ".cache" / "labs").is_dir():  # or its first build runs all labs
        shutil.copytree(ROOT / ".cache" / "labs", copy / ".cache" / "labs")
    return copy


def environment(copy: Path) -> dict[str, str]:
    """Import the copy, not the project."""
    source = str(copy / "src")
    return {**os.environ, "PYTHONPATH": source, "PYTHONDONTWRITEBYTECODE": "1"}
