"""Where the numbers come from that prose states: code, outputs, formulas, figures, expressions.

A numeral counts as known if the section's code, output, formula or figure has it, exactly or
rounded as the prose rounds it; one of three digits and more may stand anywhere on the page.
What is left has an expression in ``docs/numbers.yml`` whose value it is, or a reason there.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import torch
import yaml

import optguide
from optguide_site.project import DOCS
from optguide_site.read.page import (
    Box,
    Example,
    Figure,
    Heading,
    Page,
    Printed,
    Prose,
    Segment,
    Shell,
)
from tests.support.facts import CODE, DIAGRAM, DISPLAY, INLINE, LINK, MARKUP, URL

#: A numeral that stands for itself: no part of a name, of a number of an issue, of a version.
NUMERAL = re.compile(
    r"(?<![\w.#/^_-])(?P<sign>[−-]?)(?P<digits>\d+(?:[ ,\u2009]\d{3})*(?:\.\d+)?)"
    r"(?P<power>e[-+]?\d+)?(?P<percent>\s?\\?%)?(?![\w.]*\d)"
)
_EVIDENCE = re.compile(r"(?<![\w.])[−-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
#: An inline formula that is a number, or says that something has one.
_VALUE = re.compile(
    r"(?:.*(?:=|<|>|\\(?:approx|leq?|geq?|gg|ll|to)\b))?\s*(?P<value>[−-]?[\d.]+(?:\\?%)?)\s*"
)
_NUMBERS = DOCS / "numbers.yml"
NAMES = {"math": math, "torch": torch, "optguide": optguide}


class Numeral(NamedTuple):
    """A number that a page states, and where."""

    line: int
    section: str
    text: str

    @property
    def value(self) -> float:
        """The number; a percentage as a fraction."""
        found = NUMERAL.fullmatch(self.text)
        assert found, self.text
        digits = re.sub(r"[ ,\u2009]", "", found["digits"]) + (found["power"] or "")
        value = -float(digits) if found["sign"] else float(digits)
        return value / 100 if found["percent"] else value

    @property
    def unit(self) -> float:
        """One in its last digit."""
        found = NUMERAL.fullmatch(self.text)
        assert found, self.text
        decimals = len(found["digits"].partition(".")[2])
        power = int((found["power"] or "e0")[1:]) - (2 if found["percent"] else 0)
        return float(10.0 ** (power - decimals))

    def is_(self, value: float) -> bool:
        """Whether it is ``value``: a whole number exactly, others rounded."""
        is_whole = "." not in self.text and "%" not in self.text
        tolerance = 1e-9 if is_whole else 0.500001 * self.unit
        signed = [value] if self.value < 0 else [value, -value]
        return any(
            abs(each - self.value) <= tolerance + 1e-9 * abs(each) for each in signed
        )

    @property
    def key(self) -> str:
        """How ``docs/numbers.yml`` writes it."""
        return re.sub(r"[ ,\u2009\\]", "", self.text).replace("−", "-")

    @property
    def is_long(self) -> bool:
        """Whether it has three digits that count: it is hardly there by chance."""
        return len(re.sub(r"\D", "", self.text).strip("0")) >= 3


def evidence(page: Page) -> list[tuple[int, str, set[float]]]:
    """The numbers that something else than prose vouches for: line, section, numbers."""
    found = []
    section = ""
    for segment in page.walk():
        if isinstance(segment, Heading):
            section = segment.id or segment.text
        for text in _proofs(segment):
            found.append((segment.line, section, set(_numbers(text))))
    return found


def _proofs(segment: Segment) -> Iterator[str]:
    match segment:
        case Example():
            yield from (segment.code, segment.output or "", *segment.others.values())
        case Figure():
            code = segment.path.with_suffix(".py")
            yield code.read_text("utf-8") if code.is_file() else ""
            if segment.path.is_file():
                svg = re.sub(r"</text>", "\n", segment.path.read_text("utf-8"))
                yield re.sub(r"<[^>]*>", "", svg)
        case Printed() | Shell():
            yield segment.text
        case Prose():
            yield from DISPLAY.findall(segment.text)
            yield from (
                re.sub(r"<[^>]*>", "\n", d) for d in DIAGRAM.findall(segment.text)
            )


def _numbers(text: str) -> Iterator[float]:
    for found in _EVIDENCE.findall(text):
        yield float(found.replace("−", "-").replace("_", ""))


def stated(page: Page) -> Iterator[Numeral]:
    """The numerals of prose: headings, tables, captions and alternative texts too."""
    section = ""
    for segment in page.walk():
        match segment:
            case Heading():
                section, text = segment.id or segment.text, segment.text
            case Prose():
                text = segment.text
            case Box():
                text = segment.title
            case Figure():
                text = f"{segment.alt} {segment.caption or ''}"
            case _:
                continue
        if section == "sources":
            continue
        for number, line in enumerate(_plain(text).split("\n"), segment.line):
            for found in NUMERAL.finditer(line):
                yield Numeral(number, section, found[0])


def _plain(text: str) -> str:
    """Prose without what is no statement about a number, line by line."""
    for part in (DIAGRAM, DISPLAY):
        text = part.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = URL.sub(" ", LINK.sub(r" \1 ", text))
    text = INLINE.sub(lambda found: _value(found[1]), text)
    text = MARKUP.sub(" ", CODE.sub(lambda found: f" {found[1]} ", text))
    return re.sub(r"^\s*\d+\. ", "", text, flags=re.MULTILINE)  # of a list


def _value(formula: str) -> str:
    found = _VALUE.fullmatch(formula)
    return f" {found['value']} " if found else " "


@cache
def listed() -> dict[str, dict[str, dict[str, Any]]]:
    """``docs/numbers.yml``: page -> section -> numeral -> an expression, or a reason."""
    found: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
        _NUMBERS.read_text("utf-8")
    )
    return {
        page: {
            section: {str(numeral): why for numeral, why in numerals.items()}
            for section, numerals in sections.items()
        }
        for page, sections in found.items()
    }


def unknown(page: Page, numerals: Sequence[Numeral] | None = None) -> list[Numeral]:
    """The numerals of a page, or those given, that nothing vouches for."""
    return [
        each
        for each in _unproven(page, numerals)
        if not _is_listed(each, listed().get(page.name, {}))
    ]


def unused(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Section and numeral of each entry for a page that neither language needs."""
    needed = {(each.section, each.key) for page in pages for each in _unproven(page)}
    for section, entries in listed().get(pages[0].name, {}).items():
        yield from ((section, key) for key in entries if (section, key) not in needed)


def _unproven(page: Page, numerals: Sequence[Numeral] | None = None) -> list[Numeral]:
    proofs = evidence(page)
    everywhere = set().union(*(numbers for _, _, numbers in proofs))

    def near(numeral: Numeral) -> set[float]:
        """What vouches just before or just after the numeral, within its section."""
        here = [
            (line, found) for line, part, found in proofs if part == numeral.section
        ]
        before = max((line for line, _ in here if line <= numeral.line), default=0)
        after = min((line for line, _ in here if line > numeral.line), default=0)
        return set().union(*(found for line, found in here if line in (before, after)))

    return [
        each
        for each in (stated(page) if numerals is None else numerals)
        if not any(map(each.is_, everywhere if each.is_long else near(each)))
    ]


def _is_listed(numeral: Numeral, entries: dict[str, dict[str, Any]]) -> bool:
    """Whether an expression has its value, or a reason says why none has."""
    why = entries.get(numeral.section, {}).get(numeral.key)
    if why is None or isinstance(why, dict):  # {advice: …}, {time: …}
        return why is not None
    return numeral.is_(float(eval(str(why), dict(NAMES))))
