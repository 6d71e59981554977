"""Where the numbers come from that prose states: code, outputs, formulas, figures, expressions.

A numeral counts as known if something near it has that number, exactly or rounded as the prose
rounds it. Near is what comes just before or just after it in its section; a numeral of three
digits and more may stand anywhere on the page. Some are held to more than that:

- numbers in a row, such as "0.1, 0.2 and 0.4", have to come in this order,
- code in a line, such as ``momentum=0.9``, has to be in the page's code or outputs,
- a single digit counts only where fewer than half of all digits are near,
- a reading time is compared with the list of chapters, or the length of the page.

What is left is in ``docs/numbers.yml``, with an expression, the place of its evidence, or a reason.
Defaults in tables, years of papers and releases of torch are left to tests of their own.
"""

import ast
import inspect
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import torch
import yaml

import optguide
from optguide_site.project import DOCS
from optguide_site.read import cite
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
from optguide_site.read.source import source
from tests.support import bind
from tests.support.facts import DIAGRAM, DISPLAY
from tests.support.numerals import Numeral, stated
from tests.support.pages import read

_EVIDENCE = re.compile(
    r"(?<![\w.])([−-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(\s?%)?"
)
#: Calls and arguments whose numbers say how something is drawn, or which dimension is meant.
_STYLE = re.compile(
    r"(?:manual_)?seed|set_num_threads|subplots|figure|legend|set_[xy](?:lim|ticks)|figsize|lw"
    r"|linewidth|alpha|fontsize|markersize|ms|zorder|[wh]?_?pad|dim|axis|height_ratios"
)
#: The numbers along the axes of a figure.
_TICK = re.compile(r"^\s*[−-]?[\d.]+\s*$", re.MULTILINE)
#: What a reader manages in a minute: words of the English page, its tables and formulas included.
_SPEED = (110, 220)
#: One digit is found by chance where half of them are.
_DIGITS = set(map(float, range(10)))
_NUMBERS = DOCS / "numbers.yml"


def default(function: Any, argument: str) -> Any:
    """The default of an argument."""
    return inspect.signature(function).parameters[argument].default


#: What expressions may use.
NAMES = {
    **{"math": math, "torch": torch, "optguide": optguide},
    **{"rates": bind.rates, "default": default, "papers": cite.catalog().papers},
    **{"nn": torch.nn, "F": torch.nn.functional, "optim": torch.optim},
}
#: What ``docs/numbers.yml`` may say of a number that nothing can compute.
REASONS = {
    *("advice", "definition", "example", "exercise", "figure"),
    *("label", "release", "report", "unit"),
}
#: An expression; ``{in: block}`` or ``{see: page.md#section}``, which has it; ``{advice: text}``.
Why = str | dict[str, str]


class Proof(NamedTuple):
    """Something that has numbers and is no prose."""

    #: where it is, or the first of several that follow each other
    line: int
    section: str
    text: str
    is_code: bool
    #: the block that it is, as the page includes it
    name: str

    @property
    def numbers(self) -> list[float]:
        """The numbers in it, in their order."""
        return _numbers(self.text, self.is_code)


def evidence(page: Page) -> list[Proof]:
    """What else than prose has numbers."""
    found = []
    section, line = "", 0
    for segment in page.walk():
        is_said = isinstance(segment, Heading | Prose | Box)
        if isinstance(segment, Heading):
            section = segment.id or segment.text
        line = segment.line if is_said else line or segment.line
        name = segment.name if isinstance(segment, Example) else ""
        found += [Proof(line, section, *proof, name) for proof in _proofs(segment)]
        line = 0 if is_said else line
    return [proof for proof in found if proof.text]


def _proofs(segment: Segment) -> Iterator[tuple[str, bool]]:
    match segment:
        case Example():
            yield segment.code, True
            printed = _recorded(segment.recorded(".out"), segment.section)
            for text in (segment.output or printed, *segment.others.values()):
                yield text, False
        case Figure():
            code = segment.path.with_suffix(".py")
            yield code.read_text("utf-8") if code.is_file() else "", True
            if segment.path.is_file():
                svg = re.sub(r"</text>", "\n", segment.path.read_text("utf-8"))
                text = re.sub(r"<[^>]*>", "", svg)
                yield text if segment.is_diagram else _TICK.sub("", text), False
        case Printed() | Shell():
            yield segment.text, False
        case Prose():
            for formula in DISPLAY.findall(segment.text):
                yield formula, False
            for diagram in DIAGRAM.findall(segment.text):
                yield re.sub(r"<[^>]*>", "\n", diagram), False


def _recorded(path: Path, section: str | None) -> str:
    """What a cell of a lab printed: reading the lab does not run it."""
    if path.parent.name != "labs" or not path.is_file():
        return ""
    printed = source(path, "en")
    return printed.text(*printed.span(section)) if section in printed.sections else ""


@cache
def _numbers(text: str, is_code: bool) -> list[float]:
    if is_code:
        with suppress(SyntaxError):  # part of a class, without its beginning
            text = "\n".join(_literals(ast.parse(text)))
    return [
        float(digits.replace("−", "-").replace("_", "")) / (100 if percent else 1)
        for digits, percent in _EVIDENCE.findall(text)
    ]


def _literals(node: ast.AST) -> Iterator[str]:
    """The numbers and texts of some code, but for indices, seeds, docstrings and styles."""
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Constant(value=str() | int() | float() as value):
            yield str(value)
        case ast.UnaryOp(
            op=ast.USub(), operand=ast.Constant(value=int() | float() as value)
        ):
            yield f"-{value}"
        case ast.Subscript(value=value) | ast.FormattedValue(value=value):
            yield from _literals(value)
        case ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int(end))]):
            yield f"0 {end - 1} {end}"
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if (
            _STYLE.fullmatch(name)
        ):
            return
        case ast.keyword(arg=str(name)) if _STYLE.fullmatch(name):
            return
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _literals(child)


@cache
def listed() -> dict[str, dict[str, dict[str, Why]]]:
    """``docs/numbers.yml``: page -> section -> numeral -> an expression, or a reason."""
    found: dict[str, dict[str, dict[str, Why]]] = yaml.load(
        _NUMBERS.read_text("utf-8"), yaml.BaseLoader
    )
    return found


def unknown(page: Page) -> list[Numeral]:
    """The numerals of a page that nothing vouches for."""
    proofs = evidence(page)
    return [
        each
        for each in _unproven(page, proofs)
        if each.read or not _is_listed(each, page, proofs)
    ]


def unused(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Section and numeral of each entry for a page that neither language needs."""
    unproven = [each for page in pages for each in _unproven(page, evidence(page))]
    needed = {(each.section, each.key) for each in unproven}
    for section, entries in listed().get(pages[0].name, {}).items():
        yield from ((section, key) for key in entries if (section, key) not in needed)


def _unproven(page: Page, proofs: list[Proof]) -> list[Numeral]:
    code = _squeezed("\n".join(proof.text for proof in proofs))

    def is_proven(numeral: Numeral) -> bool:
        if numeral.read:
            return _takes(numeral, page.language)
        if numeral.code:
            wanted = re.escape(_squeezed(numeral.code))
            return bool(re.search(rf"(?<!\w){wanted}(?![\w.])", code))
        near = proofs if numeral.is_long else _near(numeral, proofs)
        if len(numeral.row) > 1:
            row = [numeral._replace(text=text) for text in numeral.row]
            return any(_is_in(row, proof.numbers) for proof in near)
        found = {x for proof in near for x in proof.numbers}
        if numeral.is_digit and len(_DIGITS & set(map(abs, found))) >= 5:
            return False
        return any(map(numeral.is_, found))

    return [each for each in stated(page) if not is_proven(each)]


def _near(numeral: Numeral, proofs: list[Proof]) -> list[Proof]:
    """What comes just before and just after a numeral in its section."""
    here = [proof for proof in proofs if proof.section == numeral.section]
    lines = [proof.line for proof in here]
    before = max((line for line in lines if line <= numeral.line), default=0)
    after = min((line for line in lines if line > numeral.line), default=0)
    return [proof for proof in here if proof.line in (before, after)]


def _is_in(row: list[Numeral], found: list[float]) -> bool:
    """Whether numbers stand in this order, side by side or in a column."""
    first, *others = row
    return any(
        all(each.is_(found[at + n * step]) for n, each in enumerate(others, 1))
        for at, x in enumerate(found)
        if first.is_(x)
        for step in range(1, (len(found) - 1 - at) // len(others) + 1)
    )


def _squeezed(code: str) -> str:
    """Code without what formatting may change."""
    return re.sub(r"[^\S\n]|(?<=\d)\.0*(?!\d)", "", code).replace('"', "'")


def _takes(numeral: Numeral, language: str) -> bool:
    """Whether a page takes so many minutes: as the list of chapters says, or by its length."""
    folder, _, file = numeral.read.rpartition("/")
    text = read(language, numeral.read).path.read_text("utf-8")
    if folder == "learn":
        chapters = read(language, "learn/index.md").path.read_text("utf-8")
        row = re.search(rf"\({re.escape(file)}\) \| (\d+) \|", chapters)
        time = re.search(r"(\d+) (?:minutes|分钟)", text)
        return bool(row and time and row[1] == time[1] == numeral.key)
    words = len(read("en", numeral.read).path.read_text("utf-8").split())
    return _SPEED[0] <= words / numeral.value <= _SPEED[1]


def entry(numeral: Numeral, name: str) -> Why | None:
    """What ``docs/numbers.yml`` says of a numeral of a page."""
    return listed().get(name, {}).get(numeral.section, {}).get(numeral.key)


def _is_listed(numeral: Numeral, page: Page, proofs: list[Proof]) -> bool:
    """Whether an expression has its value, another section has it, or a reason is given."""
    match entry(numeral, page.name):
        case None:
            return False
        case {"see": place}:
            name, _, section = place.partition("#")
            there = evidence(read(page.language, name)) if name else proofs
            there = [proof for proof in there if section in ("", proof.section)]
            return any(numeral.is_(x) for proof in there for x in proof.numbers)
        case {"in": block}:
            there = [proof for proof in proofs if proof.name == block]
            return any(numeral.is_(x) for proof in there for x in proof.numbers)
        case str(expression):
            return numeral.is_(float(eval(expression, dict(NAMES))))
        case reason:
            return set(reason) <= REASONS and all(reason.values())
