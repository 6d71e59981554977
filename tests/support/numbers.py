"""Where the numbers come from that prose states: code, outputs, formulas, figures, expressions.

A numeral counts as known if something near it has that number, exactly or rounded as the prose
rounds it. Near is what comes just before or just after it in its section; a numeral of three
digits and more may stand anywhere on the page. Some are held to more than that:

- a default in a table is compared with the signature in torch,
- numbers in a row, such as "0.1, 0.2 and 0.4", have to come in this order,
- code in a line, such as ``momentum=0.9``, has to be in the page's code or outputs,
- a reading time is compared with the list of chapters, or the length of the page.

What is left has an expression in ``docs/numbers.yml`` whose value it is, or a reason there.
"""

import ast
import inspect
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

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
_NUMBERS = DOCS / "numbers.yml"
#: What expressions may use.
NAMES = {
    **{"math": math, "torch": torch, "optguide": optguide, "bind": bind},
    **{"nn": torch.nn, "F": torch.nn.functional, "optim": torch.optim},
}
#: An expression; ``{see: "page.md#section"}``, where the number is, too; ``{advice: text}``.
Why = str | dict[str, str]


def evidence(page: Page) -> list[tuple[int, str, str]]:
    """What else than prose has numbers: line, section, text; one line where blocks follow."""
    found = []
    section, line = "", 0
    for segment in page.walk():
        if isinstance(segment, Heading):
            section = segment.id or segment.text
        proofs = list(filter(None, _proofs(segment)))
        if isinstance(segment, Heading | Prose | Box) or not line:
            line = segment.line
        found += [(line, section, text) for text in proofs]
        if isinstance(segment, Heading | Prose | Box):
            line = 0
    return found


def _proofs(segment: Segment) -> Iterator[str]:
    match segment:
        case Example():
            yield from (segment.code, segment.output or "", *segment.others.values())
            yield _recorded(segment.recorded(".out"), segment.section)
        case Figure():
            code = segment.path.with_suffix(".py")
            yield code.read_text("utf-8") if code.is_file() else ""
            if segment.path.is_file():
                svg = re.sub(r"</text>", "\n", segment.path.read_text("utf-8"))
                yield _TICK.sub("", re.sub(r"<[^>]*>", "", svg))
        case Printed() | Shell():
            yield segment.text
        case Prose():
            yield from DISPLAY.findall(segment.text)
            yield from (
                re.sub(r"<[^>]*>", "\n", d) for d in DIAGRAM.findall(segment.text)
            )


def _recorded(path: Path, section: str | None) -> str:
    """What a cell of a lab printed: reading the lab does not run it."""
    if path.parent.name != "labs" or not path.is_file():
        return ""
    printed = source(path, "en")
    return printed.text(*printed.span(section)) if section in printed.sections else ""


@cache
def numbers(text: str) -> list[float]:
    """The numbers in code or in other text, in their order."""
    try:
        text = "\n".join(_literals(ast.parse(text)))
    except SyntaxError:
        pass
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
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=value)):
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
    return [each for each in _unproven(page) if not _is_listed(each, page)]


def unused(pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Section and numeral of each entry for a page that neither language needs."""
    needed = {(each.section, each.key) for page in pages for each in _unproven(page)}
    for section, entries in listed().get(pages[0].name, {}).items():
        yield from ((section, key) for key in entries if (section, key) not in needed)


def _unproven(page: Page) -> list[Numeral]:
    proofs = evidence(page)
    code = _squeezed("\n".join(text for *_, text in proofs))
    defaults = _defaults(page)

    def is_proven(numeral: Numeral) -> bool:
        if numeral.read:
            return _takes(numeral, page.language)
        if numeral.code:
            wanted = re.escape(_squeezed(numeral.code))
            return bool(re.search(rf"(?<!\w){wanted}(?![\w.])", code))
        own = [x for name in numeral.arguments for x in defaults.get(name, [])]
        if any(map(numeral.is_, own)):
            return True
        if numeral.is_default and own:
            return False
        near = proofs if numeral.is_long else _near(numeral, proofs)
        if len(numeral.row) > 2:
            row = [numeral._replace(text=text) for text in numeral.row]
            return any(_is_in(row, numbers(text)) for *_, text in near)
        return any(numeral.is_(x) for *_, text in near for x in numbers(text))

    return [each for each in stated(page) if not is_proven(each)]


def _near(
    numeral: Numeral, proofs: list[tuple[int, str, str]]
) -> list[tuple[int, str, str]]:
    """What comes just before and just after a numeral in its section."""
    here = [proof for proof in proofs if proof[1] == numeral.section]
    before = max((line for line, *_ in here if line <= numeral.line), default=0)
    after = min((line for line, *_ in here if line > numeral.line), default=0)
    return [proof for proof in here if proof[0] in (before, after)]


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


def _defaults(page: Page) -> dict[str, list[float]]:
    """The numbers that are defaults of what the page's sources name in torch, by argument."""
    found: dict[str, list[float]] = {}
    for name in page.meta.get("sources", ()):
        item: Any = torch
        path = re.sub(r"^F\.", "nn.functional.", re.sub("^(?=lr_sch)", "optim.", name))
        for part in path.split("."):
            item = getattr(item, part, None)
        parameters = inspect.signature(item).parameters if callable(item) else {}
        for each in parameters.values():
            given = each.default if isinstance(each.default, tuple) else [each.default]
            found.setdefault(each.name, []).extend(
                float(x) for x in given if type(x) in (int, float)
            )
    return found


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


def _is_listed(numeral: Numeral, page: Page) -> bool:
    """Whether an expression has its value, another section has it, or a reason is given."""
    match listed().get(page.name, {}).get(numeral.section, {}).get(numeral.key):
        case None:
            return False
        case {"see": place}:
            name, _, section = place.partition("#")
            there = evidence(read(page.language, name) if name else page)
            return any(
                numeral.is_(x)
                for _, part, text in there
                if section in ("", part)
                for x in numbers(text)
            )
        case str(expression):
            return numeral.is_(float(eval(expression, dict(NAMES))))
    return True
