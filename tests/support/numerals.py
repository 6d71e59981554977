"""The numbers that prose states, and what each is said to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optguide_site.read import cite
from optguide_site.read.page import Box, Figure, Heading, Page, Prose
from tests.support.facts import (
    ARITHMETIC,
    CODE,
    DIAGRAM,
    DISPLAY,
    INLINE,
    LINK,
    MARKUP,
    RELATION,
    URL,
)

#: A numeral that stands for itself: no part of a name, of a number of an issue, of a version.
NUMERAL = re.compile(
    r"(?<![\w.#/^_-])(?P<sign>[−-]?)(?P<digits>\d+(?:[ ,\u2009]\d{3})*(?:\.\d+)?)"
    r"(?P<power>e[-+]?\d+)?(?P<percent>\s?\\?%)?(?![\w.]*\d)"
)
#: What is between the numbers of a row.
_AND = re.compile(r"\s*(?:[,、，]\s*(?:and\s|和)?|and\s|和)\s*")
#: An inline formula that is a number, or says that something has one.
_VALUE = re.compile(
    r"(?P<has>.*(?:=|<|>|\\(?:approx|leq?|geq?|gg|ll|to)\b))?\s*"
    r"(?P<value>[−-]?[\d.]+(?:\\?%)?)\s*"
)
#: Releases of torch, and when they were asked: `tests.site.test_versions` compares them.
_RELEASES = re.compile(
    r"\b(?:py)?torch [0-2]\.\d+(?:\.\d+)?(?: (?:to|至|到) [0-2]\.\d+(?:\.\d+)?)?"
    r"(?: \(checked on [^)]*\)|（[^）]*核对）)?",
    re.IGNORECASE,
)
_DEFAULT = ("Default", "默认值")
_TIME = (["Minutes"], ["分钟"])


class Numeral(NamedTuple):
    """A number that a page states, and where."""

    line: int
    section: str
    text: str
    #: the code it is in, if there is a name in it, too
    code: str = ""
    #: the numbers that stand in a row, this one among them
    row: tuple[str, ...] = ()
    #: the page that takes so many minutes to read
    read: str = ""

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
        """Whether it is ``value``: exactly, or rounded if two digits are left of it."""
        digits = re.sub(r"e.*|\D", "", self.text)
        if re.match(r"[-−]?0\d", self.text) or (
            self.value == 0 and self.text[0] in "-−"
        ):
            return False  # 00, -0: nobody writes that
        is_rounded = "." in self.text or "%" in self.text
        is_rounded = is_rounded and len(digits.lstrip("0")) > 1
        tolerance = 0.500001 * self.unit if is_rounded else 0
        signed = [value] if self.value < 0 else [value, -value]
        return any(
            abs(each - self.value) <= tolerance + 1e-9 * abs(each) for each in signed
        )

    @property
    def key(self) -> str:
        """How ``docs/numbers.yml`` writes it."""
        return re.sub(r"[ ,\u2009\\]", "", self.text).replace("−", "-")

    @property
    def is_digit(self) -> bool:
        """Whether it is a single digit: nearly everything has it by chance."""
        return len(self.text.lstrip("-−")) == 1

    @property
    def is_long(self) -> bool:
        """Whether it has three digits that count: it is hardly there by chance."""
        return len(re.sub(r"\D", "", self.text).strip("0")) >= 3


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
        if section != "sources":
            yield from _of(page, segment.line, section, text)


def _of(page: Page, first: int, section: str, text: str) -> Iterator[Numeral]:
    for part in (DIAGRAM, DISPLAY):
        text = part.sub(lambda found: "\n" * found[0].count("\n"), text)
    for paper in cite.catalog().papers.values():  # its year is cited with it
        text = text.replace(paper.named(page.language), " ")
    header: list[str] = []
    count = 0
    for number, line in enumerate(text.split("\n"), first):
        cells = [cell.strip() for cell in line.strip().strip("|").split(" |")]
        is_row = line.strip().startswith("|")
        header = (header or [*cells]) if is_row else []
        count = count + 1 if is_row else -2  # the second line is a rule
        defaults: set[float] = set()
        if is_row and header[-1] in _DEFAULT:  # `tests.site.test_arguments` compares it
            defaults = {each.value for each in _in(number, section, cells.pop())}
        for i, cell in enumerate(cells if is_row else [line]):
            if is_row and i == 0 and cell == str(count):
                continue  # it counts the rows
            timed = ""
            link = re.search(r"\((\w+\.md)\)", line)
            if link and header[i : i + 1] in _TIME:
                timed = f"{page.name.rpartition('/')[0]}/{link[1]}"
            for numeral in _in(number, section, cell):
                minutes = rf"(?<!\d){re.escape(numeral.text)} (?:minutes\b|分钟)"
                here = page.name if re.search(minutes, cell) else ""
                if numeral.value not in defaults:
                    yield numeral._replace(read=timed or here)


def _in(number: int, section: str, text: str) -> Iterator[Numeral]:
    """The numerals of a line, or of a cell of a table."""
    text = _RELEASES.sub(" ", URL.sub(" ", LINK.sub(r" \1 ", text)))
    text = INLINE.sub(lambda found: _value(found[1]), text)
    for code in CODE.findall(text):
        if _is_named(code):
            for found in NUMERAL.finditer(code):
                yield Numeral(number, section, found[0], code)
    text = CODE.sub(lambda found: " ` " if _is_named(found[1]) else found[1], text)
    text = re.sub(r"^\s*\d+\. ", "", MARKUP.sub(" ", text))  # of a list
    rows: list[list[re.Match[str]]] = []
    for found in NUMERAL.finditer(text):
        if rows and _AND.fullmatch(text[rows[-1][-1].end() : found.start()]):
            rows[-1].append(found)
        else:
            rows.append([found])
    for row in rows:
        texts = tuple(found[0] for found in row)
        for each in texts:
            yield Numeral(number, section, each, row=texts)


def _is_named(code: str) -> bool:
    """Whether there are names in some code, and not numbers alone."""
    return bool(re.search("[A-Za-z]", NUMERAL.sub("", code)))


def _value(formula: str) -> str:
    """The number that a formula states, marked if it is that of something."""
    if RELATION.search(formula):
        rest = ARITHMETIC.sub("", RELATION.sub("", formula))
        if not re.search("[a-zA-Z]", rest):
            return " "  # arithmetic: `tests.support.formulas` computes it
    found = _VALUE.fullmatch(formula)
    return f" {'=' * bool(found['has'])}{found['value']} " if found else " "
