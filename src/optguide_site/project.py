"""Where things are, and what is locked."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"
SOURCE = ROOT / "src"
#: What is made of the pages before any site is built; see `optguide_site.prepare`. The tests,
#: whose site has another address, have theirs.
BUILD = Path(os.environ.get("OPTGUIDE_BUILD", ROOT / ".build"))
#: What labs printed and drew.
RUNS = ROOT / ".build" / "labs"
LANGUAGES = ("zh", "en")


def locked(package: str) -> str:
    """The version of a package that ``constraints.txt`` locks."""
    text = (ROOT / "constraints.txt").read_text("utf-8")
    found = re.search(rf"^{re.escape(package)}==(.*)$", text, re.MULTILINE)
    if not found:
        raise KeyError(f"constraints.txt locks no {package}")
    return found[1]


#: The torch that outputs are recorded with, and everything is tested with first.
TORCH = locked("torch")


def minor(torch: str) -> str:
    """``"2.14"`` of ``"2.14.1+cpu"``."""
    return ".".join(torch.split(".")[:2])


def order(torch: str) -> tuple[int, ...]:
    """``(2, 14, 1)`` of ``"2.14.1"``, to tell which of two came first."""
    return tuple(map(int, torch.split(".")))


def release(torch: str) -> str:
    """``"2.13.0"`` of ``"2.13.0+cpu"``."""
    return torch.partition("+")[0]


def shown(path: Path) -> str:
    """A path as messages name it: below the project, or as it is."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
