"""The formulas of a page, what their symbols stand for, and whether they are right.

Read are a page's display formulas, its inline formulas that state something, and those in the
docstrings of the functions that it shows. The variables in ``formulas.py``, among the examples of
the page, are what the symbols stand for. A class in it, named like the section (``by_hand`` for ``#by-hand``) or
like the function, has what is different there; ``by_hand_2`` is for the second display formula.
These names have a meaning of their own:

========= ==================================================
``value`` what an expression without a relation is equal to
``holds`` whether the inequality of a section holds
========= ==================================================
"""

from __future__ import annotations

import ast
import random
import re
import runpy
import textwrap
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import torch

from optguide_site.project import SOURCE, shown
from optguide_site.read.page import Heading, Prose
from tests.support import bind
from tests.support.facts import ARITHMETIC, DISPLAY, INLINE, RELATION
from tests.support.pages import bindings, read
from tests.support.tex import INEQUALITIES, Parser, Statement
from tests.support.values import (
    HOLDS,
    Env,
    IndexFreeError,
    MissingError,
    element,
    evaluate,
    evaluations,
    variable,
)

#: Each formula is evaluated with so many draws of its variables.
DRAWS = 4
_MATH = re.compile(r"^ *\.\. math::(.*(?:\n +\S.*)*)", re.MULTILINE)
#: What is below a symbol, or above in parentheses: an index, perhaps.
_BELOW = re.compile(r"_([a-z]|\{(?:[^{}]|\{[^{}]*\})*\})|(\([a-z]\))")
_WORDS = re.compile(r"\\text\{[^{}]*\}|\\[a-z]+")
_ROLE = re.compile(r":math:`([^`]*)`")
_NUMBER = re.compile(r"-? ?\d+(?:\.(\d+))?")


class Formula(NamedTuple):
    """A formula, and where it is."""

    path: Path
    line: int
    tex: str
    #: the id of the heading above it, or the function whose docstring it is in
    section: str
    #: which display formula it is there; 0 for one in a line
    number: int = 1

    def __str__(self) -> str:
        """File and line, then the formula in one line."""
        return f"{shown(self.path)}:{self.line}: {' '.join(self.tex.split())}"


def formulas(name: str) -> Iterator[Formula]:
    """The formulas of a page in English, and of the functions that it shows."""
    page, section, number = read("en", name), "", 0
    for segment in page.walk():
        if isinstance(segment, Heading):
            section, number = segment.id or "", 0
        elif isinstance(segment, Prose):
            rest = segment.text
            for match in DISPLAY.finditer(rest):
                line = segment.line + rest.count("\n", 0, match.start(1) + 1)
                yield Formula(page.path, line, match[1], section, number := number + 1)
            rest = DISPLAY.sub(lambda match: "\n" * match[0].count("\n"), rest)
            for match in INLINE.finditer(rest):
                if RELATION.search(match[1]):
                    line = segment.line + rest.count("\n", 0, match.start())
                    yield Formula(page.path, line, match[1], section, 0)
    if bindings(name).is_file():
        classes = re.findall(r"^class (\w+)", bindings(name).read_text("utf-8"), re.M)
        references = [block for block in page.blocks if block.is_reference]
        functions = {*classes, *(block.section for block in references)}
        for path in sorted({block.path for block in references}):
            yield from (each for each in documented(path) if each.section in functions)


@cache
def documented(path: Path) -> list[Formula]:
    """The formulas in the docstrings of a file."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        text = ast.get_docstring(node, clean=False) or ""
        for match in _MATH.finditer(text):
            line = node.body[0].lineno + text.count("\n", 0, match.start())
            found.append(Formula(path, line, match[1], node.name))
        for match in _ROLE.finditer(text):
            line = node.body[0].lineno + text.count("\n", 0, match.start())
            if RELATION.search(match[1]):
                found.append(Formula(path, line, match[1], node.name, 0))
    return found


@cache
def draws(name: str) -> list[Env]:
    """The variables of a page, a few times; a section's are a class."""
    path = bindings(name)
    if not path.is_file():
        return [{}]
    found, kind = [], torch.get_default_dtype()
    with torch.random.fork_rng(devices=[]):
        torch.set_default_dtype(torch.float64)
        try:
            for seed in range(DRAWS):
                bind.draw = seed
                random.seed(seed)
                torch.manual_seed(seed)
                found.append(runpy.run_path(str(path)))
        finally:
            torch.set_default_dtype(kind)
    return found


def seen(draw: Env, formula: Formula) -> Env:
    """The variables as a formula sees them."""
    section = formula.section.replace("-", "_")
    found = dict(draw)
    for name in (section, f"{section}_{formula.number}"):
        own = draw.get(name)
        found |= vars(own) if isinstance(own, type) else {}
    if formula.path.is_relative_to(SOURCE) and "ell_n" in found:
        found.setdefault("l_n", found["ell_n"])  # as docstrings write it
    return {
        key: item
        for key, item in found.items()
        if not (key.startswith("__") or isinstance(item, type | ModuleType))
    }


def wrong(name: str, formula: Formula) -> str:
    """What is wrong with a formula of a page, nothing if it is right."""
    below = " ".join(map("".join, _BELOW.findall(formula.tex)))
    indices = set(re.findall("[a-z]", _WORDS.sub(" ", below)))
    drawn = draws(name)
    try:
        for draw in drawn:
            e = seen(draw, formula)
            found = list(Parser(formula.tex, e).statements())
            if not formula.number:
                e["holds"] = True
                if not any(map(is_claim, found)):
                    continue
            if message := next(differences(found, e, indices), ""):
                return f"{formula}\n    {message}\n    {shown(bindings(name))}"
    except MissingError as error:
        if formula.number:
            return f"{formula}\n    {error}\n    {shown(bindings(name))}"
    except Exception as error:
        return f"{formula}\n    {error}\n    {shown(bindings(name))}"
    return ""


def is_claim(statements: list[Statement]) -> bool:
    """Whether statements in a line say more than what a number is."""
    (first, *more) = statements
    closed = [not re.search("[a-zA-Z]", ARITHMETIC.sub("", s)) for s in first.texts]
    equal = not INEQUALITIES & set(first.relations)
    return not more and len(closed) > 1 and (all(closed) or (equal and not any(closed)))


def differences(
    found: list[list[Statement]], e: Env, indices: set[str]
) -> Iterator[str]:
    """Where sides of statements are not as their relations say."""
    single = [statements[0] for statements in found if len(statements) == 1]
    conditions = [each for each in single if is_condition(each, e)]
    for each in conditions:
        found_true = evaluations(partial(evaluate, each.truth), e, indices)
        if len(conditions) == len(found) or all(holds for _, holds in found_true):
            yield f"{each}: it always holds, or there is nothing that it is about"

    def where_they_hold(evaluated: Callable[[Env], Any], e: Env) -> Any:
        if not all(evaluate(condition.truth, e) for condition in conditions):
            raise IndexError
        return evaluated(e)

    has_index = False
    for statements in found:
        first = statements[0]
        if first in conditions:
            continue
        met: list[Env] = []
        pairs = partial(compared, statements, indices=sorted(indices))
        left_side = partial(evaluate, first.sides[0])
        for at, compare in evaluations(partial(where_they_hold, pairs), e, indices):
            met.append({k: at[k] for k in sorted(at.keys() - e.keys() - {"cases"})})
            where = ", ".join(f"{k} = {v}" for k, v in met[-1].items())
            for relation, left, right in compare:
                if not agree(relation, left, right, first.texts):
                    yield (
                        f"{first}{' with ' * bool(where)}{where}: "
                        f"left {short(left)}, right {short(right)}, not {relation}"
                    )
        has_index = has_index or is_free(pairs, e)
        if not met:
            yield f"{first}: there is no index for which all of it has a value"
        # A recursion has no value at its beginning; elsewhere the sides have one together,
        # and so they do wherever the conditions hold.
        lefts = left_side, partial(where_they_hold, left_side)
        for at, _ in chain(*(evaluations(left, e, indices) for left in lefts)):
            now = {k: at[k] for k in at.keys() - e.keys() - {"cases"}}
            first_ones = (v < 2 for v in now.values() if isinstance(v, int))
            begins = any(first_ones) and not conditions
            if not begins and not any(now.items() <= each.items() for each in met):
                yield f"{first}: for {now} the left side alone has a value"
    if conditions and not has_index:
        yield f"{conditions[0]}: nothing else has an index"


def short(item: Any) -> str:
    """A value in a line, cut where it is long."""
    return textwrap.shorten(str(item), 80, placeholder=" …")


def is_condition(statement: Statement, e: Env) -> bool:
    """Whether a statement says for which indices the others hold."""
    unequal = bool(INEQUALITIES & set(statement.relations))
    return unequal and is_free(partial(evaluate, statement.truth), e)


def is_free(evaluated: Callable[[Env], Any], e: Env) -> bool:
    """Whether something has an index without a value."""
    try:
        evaluated(e)
    except (IndexFreeError, IndexError) as error:
        return isinstance(error, IndexFreeError)
    return False


def compared(
    statements: list[Statement], e: Env, indices: list[str]
) -> list[tuple[str, Any, Any]]:
    """The relations of a statement, with the values of both sides."""
    first, *others = statements
    if others:
        return [
            ("=", evaluate(first.truth, e), evaluate(each.truth, e)) for each in others
        ]
    if not first.relations:
        e = {**e, "case": first.label} if first.label else e
        left, right = evaluate(first.sides[0], e), variable("value", e)
        if isinstance(right, torch.Tensor) and not isinstance(left, torch.Tensor):
            right = element(e, right, *(e[i] for i in indices if i in e))
        return [("=", left, right)]
    if INEQUALITIES & set(first.relations):
        return [("=", evaluate(first.truth, e), variable("holds", e))]
    return list(first.values(e))


def agree(relation: str, left: Any, right: Any, texts: list[str]) -> bool:
    """Whether two values are in a relation; a number may be rounded as it is written."""
    written = [match for text in texts if (match := _NUMBER.fullmatch(text))]
    decimals = max((len(match[1] or "") for match in written), default=0)
    if relation == r"\approx" or (relation == "=" and decimals):
        room = 0.5 * 10**-decimals if written else 0.05 * abs(right)
        found = abs(left - right) <= room + 1e-12
    else:
        found = HOLDS[relation](left, right)
    return bool(torch.as_tensor(found).all())
