"""What a piece of code imports of this project, and of which packages it needs.

An import of a name leads to the module that defines it: ``from optguide.losses import
L1Loss`` to ``losses/regression.py``, and on to what that imports. Files are parsed, none is
run.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from optguide_site.project import ROOT, SOURCE, locked

#: Where the packages of this project are.
FOLDERS = {
    "optguide": SOURCE / "optguide",
    "optguide_site": SOURCE / "optguide_site",
    "tests": ROOT / "tests",
}
#: Packages that are installed by another name than they are imported by.
DISTRIBUTIONS = {"sklearn": "scikit-learn"}


@lru_cache(maxsize=4096)
def imports(code: str, module: str = "") -> tuple[tuple[str, str | None], ...]:
    """Module and name of every import, those inside functions too.

    Args:
        code: what imports.
        module: its own name, for imports relative to it.
    """
    found: list[tuple[str, str | None]] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [(alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parent = module.split(".")[: -node.level]
                base = ".".join([*parent, *([base] if base else [])])
            found += [(base, alias.name) for alias in node.names]
    return tuple(dict.fromkeys(found))


def file_of(module: str) -> Path | None:
    """The file of a module of this project."""
    first, *rest = module.split(".")
    if first not in FOLDERS:
        return None
    path = FOLDERS[first].joinpath(*rest)
    if path.with_suffix(".py").is_file():
        return path.with_suffix(".py")
    inside = path / "__init__.py"
    return inside if inside.is_file() else None


def module_of(path: Path) -> str:
    """The module that a file is: ``optguide.losses.regression``."""
    for name, folder in FOLDERS.items():
        if path.is_relative_to(folder):
            parts = path.relative_to(folder).with_suffix("").parts
            package = parts[-1:] == ("__init__",)
            return ".".join([name, *(parts[:-1] if package else parts)])
    return ""


def _defines(module: str, name: str | None) -> Path | None:
    """The file that an import leads to."""
    if name and (inside := file_of(f"{module}.{name}")):
        return inside
    path = file_of(module)
    if not path or path.name != "__init__.py" or not name:
        return path
    for other, imported in imports(path.read_text("utf-8"), f"{module}.__init__"):
        if imported == name and other != module:
            return _defines(other, name)
    return path


@lru_cache(maxsize=1024)
def _imported_by(path: Path, _changed: int) -> frozenset[Path]:
    """The files that a file imports itself, as it was when it was last changed."""
    inside = module_of(path)
    if path.name == "__init__.py":
        inside += ".__init__"
    text = path.read_text("utf-8")
    found = (_defines(*each) for each in imports(text, inside))
    return frozenset(each for each in found if each)


def files(code: str) -> set[Path]:
    """The files of this project that code imports, directly or not."""
    found: set[Path] = set()
    waiting = [path for each in imports(code) if (path := _defines(*each))]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported_by(path, path.stat().st_mtime_ns)
    return found


def packages(code: Iterable[str]) -> list[str]:
    """The locked versions of the packages that code imports, torch aside: ``numpy==2.2.0``."""
    names = {module.split(".")[0] for text in code for module, _ in imports(text)}
    names -= {*sys.stdlib_module_names, *FOLDERS, "torch", ""}
    found = sorted(DISTRIBUTIONS.get(name, name) for name in names)
    return [f"{name}=={locked(name)}" for name in found]


def digest(parts: Iterable[str], paths: Iterable[Path] = ()) -> str:
    """Changes when any of the parts, or the contents of any of the files, do."""
    found = sha256()
    for part in parts:
        found.update(part.encode() + b"\0")
    for path in sorted(paths):
        found.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]
