"""A file that pages include: its sections, and its comments in one language."""

from __future__ import annotations

import ast
import re
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from optguide_site.project import SNIPPETS, SOURCE, shown

#: Where includes are looked for.
INCLUDE_PATHS = (SNIPPETS, SOURCE)
_SECTION = re.compile(r"^\s*(?:# )?--8<-- \[(?P<edge>start|end):(?P<name>[\w-]+)\]$")
_COMMENT = re.compile(r"^(?P<indent>\s*)# (?P<language>zh|en): ?(?P<text>.*)$")
_TWINS = "write '# zh: …' and '# en: …' on the line below it"


class PageError(Exception):
    """Something in a page or in a file it includes is wrong; names file and line."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Say what is wrong at ``line`` (counted from 1) of ``path``."""
        super().__init__(f"{shown(path)}:{line}: {message}")
        self.path, self.line, self.message = path, line, message


class Source:
    """A file that pages include, with its comments in one language.

    Full-line comments come in pairs, ``# zh: …`` and on the next line ``# en: …``;
    one line of each pair remains, without the mark.

    Raises:
        PageError: a comment has no twin, or a section is opened twice or never closed.
    """

    def __init__(self, path: Path, language: str) -> None:
        """Read ``path`` for readers of ``language``."""
        self.path = path
        #: name of a section -> first line, line after the last (indices in ``lines``)
        self.sections: dict[str, tuple[int, int]] = {}
        self.lines: list[str] = []
        #: for each of ``lines`` its number in the file
        self.numbers: list[int] = []
        open_at: dict[str, tuple[int, int]] = {}
        waiting: tuple[int, str] | None = None  # a zh comment: line number, indent
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            comment = _COMMENT.match(line)
            is_twin = comment is not None and comment["language"] == "en"
            if waiting and not (
                is_twin and comment and comment["indent"] == waiting[1]
            ):
                raise PageError(
                    path, waiting[0], f"'# zh:' without '# en:' below it: {_TWINS}"
                )
            if is_twin and not waiting:
                raise PageError(
                    path, number, f"'# en:' without '# zh:' above it: {_TWINS}"
                )
            waiting = None
            if comment:
                if not is_twin:
                    waiting = number, comment["indent"]
                if comment["language"] == language:
                    self._keep(number, f"{comment['indent']}# {comment['text']}")
                continue
            section = _SECTION.match(line)
            if not section:
                if "--8<--" in line:
                    raise PageError(
                        path, number, f"not a section mark: {line.strip()!r}"
                    )
                self._keep(number, line)
            elif section["edge"] == "start":
                if section["name"] in self.sections or section["name"] in open_at:
                    raise PageError(path, number, f"section {section['name']!r} again")
                open_at[section["name"]] = len(self.lines), number
            elif section["name"] not in open_at:
                raise PageError(
                    path, number, f"section {section['name']!r} has no start"
                )
            else:
                start, _ = open_at.pop(section["name"])
                self.sections[section["name"]] = start, len(self.lines)
        if waiting:
            raise PageError(
                path, waiting[0], f"'# zh:' without '# en:' below it: {_TWINS}"
            )
        for name, (_, number) in open_at.items():
            raise PageError(path, number, f"section {name!r} has no end")

    def _keep(self, number: int, line: str) -> None:
        self.lines.append(line.rstrip())
        self.numbers.append(number)

    def span(self, section: str | None) -> tuple[int, int]:
        """First line of ``section`` and the line after its last; the whole file for None.

        Raises:
            KeyError: there is no such section; the message names what there is.
        """
        if section is None:
            return 0, len(self.lines)
        if section not in self.sections:
            raise KeyError(
                f"no section {section!r} in {shown(self.path)}; it has "
                f"{sorted(self.sections) or 'none'}{did_you_mean(section, self.sections)}"
            )
        return self.sections[section]

    def text(self, start: int, end: int) -> str:
        """The lines from ``start`` up to ``end``, as one string that ends in a newline."""
        return "\n".join(self.lines[start:end]).strip("\n") + "\n"

    def whole(self) -> str:
        """The file, without section marks, with the comments of one language."""
        return self.text(0, len(self.lines))


@lru_cache(maxsize=4096)
def _source(path: Path, language: str, _state: tuple[int, int]) -> Source:
    return Source(path, language)


def source(path: Path, language: str) -> Source:
    """The file as it is now; one that has not changed is not read again."""
    state = path.stat()
    return _source(path, language, (state.st_mtime_ns, state.st_size))


def find(name: str) -> Path:
    """The file that an include names.

    Raises:
        KeyError: there is none; the message says where it was looked for, and what is near.
    """
    for base in INCLUDE_PATHS:
        if (path := base / name).is_file():
            return path
    there = [
        path.relative_to(base).as_posix()
        for base in INCLUDE_PATHS
        for path in base.rglob(f"*{Path(name).suffix}")
    ]
    raise KeyError(f"no file {name!r} in snippets/ or src/{did_you_mean(name, there)}")


def did_you_mean(word: str, known: object) -> str:
    """``"; did you mean 'x'?"`` where something known is near, else nothing."""
    names = [str(name) for name in known]  # type: ignore[attr-defined]
    near = get_close_matches(word, names, 1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""


def short_docstrings(code: str) -> str:
    """Leave of each docstring its first line: the page says the rest, and a copy has it."""
    lines = code.split("\n")
    documented = (ast.FunctionDef, ast.ClassDef)
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, documented)]
    for node in sorted(nodes, key=lambda node: -node.lineno):
        doc = node.body[0]
        if ast.get_docstring(node) and doc.end_lineno != doc.lineno:
            lines[doc.lineno - 1] += '"""'
            del lines[doc.lineno : doc.end_lineno]
    return "\n".join(lines)
