"""The glossary and the symbols, of which one page is made: ``docs/glossary.yml``, ``symbols.yml``.

On that page one line stands for each::

    <!--optguide:terms-->
    <!--optguide:symbols-->
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from optguide_site.project import DOCS
from optguide_site.read.source import PageError
from optguide_site.words import words

TERMS = DOCS / "glossary.yml"
SYMBOLS = DOCS / "symbols.yml"
#: The page that is made of them.
PAGE = "glossary.md"


@dataclass(frozen=True)
class Term:
    """A term in one language."""

    #: its address on the page of the glossary; the same in both languages
    id: str
    name: str
    #: its name in the other language
    other: str
    #: further names, which the page lists
    also: tuple[str, ...]
    #: plurals and the like, which it does not list
    forms: tuple[str, ...]
    #: longer words that only look as if they contained one of these
    others: tuple[str, ...]
    means: str
    #: the page that explains it, ``optim/step.md#hooks``
    page: str
    #: whether pages show what it means where they use it first
    tooltip: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Whatever a page may call it."""
        return self.name, *self.also, *self.forms


@dataclass(frozen=True)
class Symbol:
    """A letter that stands for one thing wherever it is listed."""

    tex: str
    #: the parts of the site, ``losses``, ``optim``, ``lr_scheduler``; all if there are none
    where: tuple[str, ...]
    #: the arguments it may stand for in a page's own table
    argument: tuple[str, ...]
    #: in each language
    means: dict[str, str]


def terms(language: str, path: Path = TERMS) -> list[Term]:
    """All terms, in the order of the file.

    Raises:
        PageError: an entry lacks something.
    """
    (other,) = {"zh", "en"} - {language}
    found = []
    for key, entry in _read(path).items():
        try:
            here = entry[language]
            term = Term(
                key.replace("_", "-"),
                here["name"],
                entry[other]["name"],
                tuple(here.get("also", ())),
                tuple(here.get("forms", ())),
                tuple(here.get("not", ())),
                here["means"],
                entry["page"],
                entry.get("tooltip", True),
            )
        except KeyError as missing:
            raise PageError(
                path,
                _line(path, key),
                f"{key} has no {missing}: an entry has page, zh and en, and each of these "
                "name and means",
            ) from None
        found.append(term)
    return found


def symbols(path: Path = SYMBOLS) -> list[Symbol]:
    """The table of symbols, in the order of the file.

    Raises:
        PageError: an entry lacks something.
    """
    found = []
    for number, entry in enumerate(_read(path)["symbols"]):
        try:
            symbol = Symbol(
                entry["tex"],
                tuple(entry.get("where", ())),
                tuple(entry.get("argument", ())),
                {"zh": entry["zh"], "en": entry["en"]},
            )
        except KeyError as missing:
            raise PageError(
                path, 1, f"symbol {number + 1} has no {missing}: it has tex, zh and en"
            ) from None
        found.append(symbol)
    return found


def local_symbols(path: Path = SYMBOLS) -> dict[str, list[str]]:
    """The letters that a page defines for itself, by the page: ``optim/own.md``."""
    found: dict[str, list[str]] = _read(path)["local"]
    return found


def expanded(line: str, language: str) -> list[str]:
    """What a line of a page stands for, or the line."""
    if line == "<!--optguide:terms-->":
        return _list(language).split("\n")
    if line == "<!--optguide:symbols-->":
        return _table(language).split("\n")
    return [line]


def _list(language: str) -> str:
    """The terms, sorted; each has a heading, so that the search finds it."""
    say = words(language)
    parts = []
    for term in sorted(terms(language), key=order):
        name = term.name[0].upper() + term.name[1:] if language == "en" else term.name
        same = term.other.lower() == term.name.lower()
        other = "" if same else say["in_other_language"].format(term.other)
        parts.append(f"### {name}{other} {{ #{term.id} }}")
        also = (
            say["also"].format(say["enumeration"].join(term.also)) if term.also else ""
        )
        more = say["explained"].format(term.name, term.page)
        parts.append(f"{also}{term.means}{more}")
    return "\n\n".join(parts)


def order(term: Term) -> bytes:
    """Where a term stands: Latin letters first, then Chinese ones by their pronunciation.

    GB 2312 sorts the common characters so.
    """
    return term.name.lower().encode("gb18030")


def _table(language: str) -> str:
    say = words(language)
    rows = [
        f"| {say['symbol']} | {say['meaning']} | {say['where']} |",
        "|---|---|---|",
    ]
    for symbol in symbols():
        arguments = say["enumeration"].join(f"`{name}`" for name in symbol.argument)
        about = symbol.means[language] + (
            say["argument"].format(arguments) if arguments else ""
        )
        where = say["enumeration"].join(say[f"part_{part}"] for part in symbol.where)
        rows.append(f"| ${symbol.tex}$ | {about} | {where or say['everywhere']} |")
    return "\n".join(rows)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def _line(path: Path, key: str) -> int:
    text = path.read_text("utf-8")
    found = re.search(rf"^{re.escape(key)}:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
