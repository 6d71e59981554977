r"""The guide's TeX, read whole or not at all, and evaluated with the variables of a Python file.

A variable is named like the symbol: ``\eta_{\min}`` is ``eta_min``, ``\bar\theta`` is
``bar_theta``, ``\gamma^*`` is ``gamma_star``, ``l'`` is ``l_prime``, ``\lambda`` is ``lambda_``.
``x_n`` is an element of ``x_n``, or else of ``x``: tensors count from 1, as formulas do, lists
from 0, as time does, and dictionaries have keys. What is left of an arrow, the new value of
``\theta``, is ``theta_new``; ``\partial L / \partial x`` is ``d_L_d_x``.

A small letter without a value is an index: it takes every value for which the formula has one.
So does the index of a sum without limits. A dictionary with names as keys has a value for each
label of ``\begin{cases}``.
"""

from __future__ import annotations

import keyword
import math
import operator
import re
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import pairwise
from typing import Any, NamedTuple

import torch
from torch import Tensor

#: Variables, and the values of indices.
Env = dict[str, Any]
Node = Callable[[Env], Any]
Function = Callable[..., Any]

_AS_ONE = [
    (r"(?<=\d)(?:\\,|\{,\}|,)(?=\d{3}\b)", ""),
    (r"\\(?:[bB]igg?[lrm]?|left|right|displaystyle)(?![a-zA-Z])|\{\}", " "),
    (r"(?<!\\)\\[,;:! ]|~|(?<=\\\\)\[\w+\]", " "),
    (r"\\[dt]frac(?![a-zA-Z])", r"\\frac"),
    (r"\\frac\s*(\d)", r"\\frac{\1}"),
    (r"(\\frac\{\d\})\s*(\w)", r"\1{\2}"),
    (r"\\(le|ge|ne)(?![a-zA-Z])", r"\\\1q"),
    (r"\\(?:[lr]vert)(?![a-zA-Z])", "|"),
    (r"\\(?:[lr]?Vert)(?![a-zA-Z])", r"\\|"),
    (r"\((\w) *\\\| *(\w)\)", r"(\1, \2)"),  # of a divergence
    (r"\\times(?![a-zA-Z])", r"\\cdot"),
    (r"(\w) = (\w), *\\dots, *(\w)", r"\2 \\leq \1 \\leq \3"),
]
_TOKEN = re.compile(
    r"\\(?:text|operatorname|begin|end)\{[^{}]*\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S"
)
_ALIGNED = re.compile(r"\\begin\{aligned\}(.*?)\\end\{aligned\}", re.DOTALL)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_NAME = re.compile(r"\\(?:text|operatorname)\{.*[^:]\}|\\?[a-zA-Z]+")
INEQUALITIES = {"<", ">", r"\leq", r"\geq", r"\neq", r"\in", r"\notin"}
RELATIONS = {"=", r"\approx", r"\leftarrow", *INEQUALITIES}
_NO_NAMES = RELATIONS | {r"\qquad", r"\quad", r"\cdot", r"\bmod", r"\iff", r"\dots", r"\cdots"}
_NO_NAMES |= {r"\rfloor", r"\rceil", r"\to", r"\ll", r"\gg", r"\propto"}
_BRACKETS = {"(": ")", "|": "|", r"\|": r"\|", r"\lfloor": r"\rfloor", r"\lceil": r"\rceil"}
_FUNCTIONS = {r"\log": "log", r"\ln": "log", r"\exp": "exp", r"\cos": "cos", r"\sin": "sin"}
_ARRAYS = (r"\begin{cases}", r"\begin{pmatrix}")
#: An infinite sum goes so far.
FAR = 1000


class TexError(ValueError):
    """The formula cannot be read, or has no value."""


class MissingError(TexError):
    """A symbol has no value."""


class IndexFreeError(Exception):
    """An index has no value yet, or no label is chosen: whoever evaluates tries each."""


def tokens(tex: str) -> list[str]:
    """The words of a formula; what looks the same is spelt the same."""
    found: list[str] = []
    tex = _ALIGNED.sub(lambda match: _rows(match[1]), tex)
    for part in re.split(r"(\\text\{[^{}]*\})", tex):
        if part.startswith(r"\text"):
            found.append(part)
            continue
        for old, new in _AS_ONE:
            part = re.sub(old, new, part)
        found += _TOKEN.findall(part)
    return found


def _rows(tex: str) -> str:
    """The rows of an alignment as a line: each second ``&`` begins another statement."""
    line = ""
    for row in tex.split(r"\\"):
        cells = row.split("&")
        text = "".join(c + ("", r" \qquad ")[i % 2] for i, c in enumerate(cells[:-1]))
        text = (text + cells[-1]).strip()
        goes_on = line.count("(") > line.count(")") or re.match(r"(\{\} )?[-+=<>]", text)
        line += ("" if goes_on or not line else r" \qquad ") + text + " "
    return line


def word(tex: str) -> str:
    r"""How Python writes a word of a formula: ``\text{cross\_entropy}`` is ``cross_entropy``."""
    tex = re.sub(r"\\(?:text|operatorname)\{([^{}]*)\}", r" \1 ", tex)
    found = "_".join(re.findall(r"\w+", tex.replace(r"\_", "_")))
    return found + "_" * keyword.iskeyword(found)


# Values ---------------------------------------------------------------------------------


def close(left: Any, right: Any) -> bool:
    """Whether numbers, tensors or tuples (with dots) are equal but for rounding."""
    if isinstance(right, tuple):
        left, right = right, left
    if isinstance(left, tuple):
        at = left.index(...) if ... in left else len(left)
        front, back, whole = left[:at], left[at + 1 :], list(right)
        there = whole[: len(front)] + whole[len(whole) - len(back) :]
        same_length = len(whole) == len(left) or ... in left
        return same_length and all(map(close, front + back, there))
    a, b = torch.as_tensor(left), torch.as_tensor(right)
    kind = torch.promote_types(torch.promote_types(a.dtype, b.dtype), torch.float64)
    fits = a.shape == b.shape or not (a.ndim and b.ndim)
    return fits and torch.allclose(a.to(kind), b.to(kind), 1e-6, 1e-9)


HOLDS: dict[str, Function] = {
    "=": close,
    r"\neq": lambda a, b: not close(a, b),
    "<": operator.lt,
    ">": operator.gt,
    r"\leq": operator.le,
    r"\geq": operator.ge,
    r"\in": lambda a, b: a in b,
    r"\notin": lambda a, b: a not in b,
}


def value(item: Any, e: Env) -> Any:
    """What formulas use: of a tensor without dimensions the number, of labels that at hand."""
    if _has_labels(item):
        if "case" not in e:
            raise IndexFreeError("case", *item)
        if e["case"] not in item:
            raise TexError(f"there is no value for the case {e['case']!r}")
        item = item[e["case"]]
    return item.item() if isinstance(item, Tensor) and not item.ndim else item


def variable(name: str, e: Env) -> Any:
    """The value of a variable; an index may have none yet."""
    if name in e:
        return value(e[name], e)
    if re.fullmatch("[a-z]", name):
        raise IndexFreeError(name)
    raise MissingError(f"{name} has no value")


def element(item: Any, at: Any) -> Any:
    """An element of a tensor, a list or a dictionary."""
    if isinstance(item, dict):
        if at not in item:
            raise IndexError
        return item[at]
    if not isinstance(item, list | Tensor):
        raise TexError("it has no elements")
    at = int(at) - isinstance(item, Tensor)
    if not 0 <= at < len(item) or item[at] is None:
        raise IndexError
    return item[at]


def everything(e: Env) -> range:
    """The values an index may take: as many as there are elements of anything."""
    sizes = [len(item) for item in e.values() if _has_elements(item)]
    return range(max([2, *sizes]) + 1)


def _has_labels(item: Any) -> bool:
    return isinstance(item, dict) and all(isinstance(key, str) for key in item)


def _has_elements(item: Any) -> bool:
    if _has_labels(item):
        return any(map(_has_elements, item.values()))
    return isinstance(item, list) or isinstance(item, Tensor) and item.ndim > 0


def _size(x: Any) -> Any:
    return len(x) if isinstance(x, tuple) else abs(x)


def _call(function: Function, *arguments: Any) -> Any:
    kind = torch.float64
    return function(
        *(torch.tensor(a, dtype=kind) if isinstance(a, float) else a for a in arguments)
    )


def _elementwise(name: str) -> Function:
    return lambda x: getattr(torch, name)(torch.as_tensor(x, dtype=torch.float64))


def _multiply(a: Any, b: Any) -> Any:
    dimensions = [getattr(x, "ndim", 0) for x in (a, b)]
    return a @ b if max(dimensions) > 1 and all(dimensions) else a * b


def _dot(a: Any, b: Any) -> Any:
    return (a * b).sum(-1) if all(getattr(x, "ndim", 0) for x in (a, b)) else a * b


def _divide(a: Any, b: Any) -> Any:
    if not isinstance(b, Tensor) and b == 0:
        raise TexError("it divides by 0")
    return a / b


def _rest(last_but_one: Any, last: Any) -> Any:
    """What follows the last term of a geometric series."""
    ratio = last / last_but_one
    return last * ratio / (1 - ratio)


def _norm(x: Any, p: Any = 2) -> Any:
    return torch.linalg.vector_norm(torch.as_tensor(x), float(p), -1)


def _gradient(function: Function, at: Any) -> Tensor:
    x = torch.as_tensor(at, dtype=torch.float64).clone().requires_grad_()
    return torch.autograd.grad(function(x), x)[0]


def _of(function: Function, *nodes: Node) -> Node:
    """What evaluates a function of what the nodes evaluate."""
    return lambda e: value(function(*(node(e) for node in nodes)), e)


class Statement(NamedTuple):
    """Sides with relations between them, as ``a = b < c``."""

    #: the sides as they are written, and what evaluates them
    texts: list[str]
    sides: list[Node]
    relations: list[str]
    #: its label, which comes first
    label: str = ""
    #: whether it is in brackets and says when the others hold: ``(s > 2)``
    in_brackets: bool = False

    def __str__(self) -> str:
        """As it is written."""
        both = zip(self.texts, [*self.relations, ""], strict=True)
        return " ".join(part for pair in both for part in pair if part)

    def pairs(self) -> Iterator[tuple[str, Node, Node]]:
        """Each relation, and what is on its two sides."""
        for relation, (left, right) in zip(self.relations, pairwise(self.sides), strict=True):
            yield relation, left, right

    def holds(self, e: Env) -> bool:
        """Whether all its relations do."""
        return all(bool(HOLDS[r](left(e), right(e))) for r, left, right in self.pairs())


def evaluations(
    node: Node, e: Env, indices: set[str]
) -> Iterator[tuple[Env, Any]]:
    """What a node evaluates, with each value of the indices for which it has a value."""
    try:
        yield e, node(e)
    except IndexFreeError as free:
        name, *labels = free.args
        if name not in {"case", *indices}:
            raise MissingError(f"{name} has no value") from None
        for at in labels or everything(e):
            yield from evaluations(node, {**e, name: at, "cases": labels}, indices)
    except IndexError:
        return


# Reading --------------------------------------------------------------------------------


class Parser:
    """Reads a formula. Every part that is read becomes a function which evaluates it."""

    def __init__(self, tex: str | list[str], e: Env) -> None:
        """By the variables it tells ``f(x)`` from ``a (x + 1)``."""
        self.tokens = tokens(tex) if isinstance(tex, str) else tex
        self.e = e
        self.i = 0
        #: the bracket that is open, if it looks like the one that closes it
        self.open = ""

    def peek(self, ahead: int = 0) -> str:
        """The next token, which stays there."""
        return self.tokens[self.i + ahead] if self.i + ahead < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        """The next token."""
        token = self.peek()
        if not token or token != (wanted or token):
            before = " ".join(self.tokens[max(0, self.i - 4) : self.i])
            found = repr(token) if token else "the end"
            raise TexError(f"after {before!r}: {wanted or 'more'} expected, found {found}")
        self.i += 1
        return token

    def skips(self, *tokens: str) -> bool:
        """Whether one of the tokens is next; it is passed over."""
        return self.peek() in tokens and bool(self.take())

    def end(self) -> None:
        """See that nothing is left."""
        if self.peek():
            self.take("the end")

    def statements(self) -> Iterator[list[Statement]]:
        r"""The statements of a formula; what ``\iff`` joins comes together."""
        while self.peek():
            found = [self.statement()]
            while self.skips(r"\iff"):
                found.append(self.statement())
            yield found
            if not self.skips(",", ".", r"\qquad", r"\quad"):
                self.end()
            while self.skips(",", ".", r"\qquad", r"\quad"):
                pass

    def statement(self) -> Statement:
        """One statement; its label may come first, and it may be in parentheses."""
        rest, label = self.tokens[self.i :], ""
        if re.fullmatch(r"\\text\{.*:\}", rest[0]):
            label = self.take()[6:-2]
            self.skips(r"\quad")
        in_brackets = rest[0] == "(" and rest[-1] == ")" and rest.count("(") == 1
        if in_brackets := in_brackets and bool(INEQUALITIES & set(rest)):
            self.take()
        found = self.chain()._replace(label=label, in_brackets=in_brackets)
        if in_brackets:
            self.take(")")
        return found

    def chain(self) -> Statement:
        found = Statement([], [], [])
        while not found.sides or self.peek() in RELATIONS:
            if found.sides:
                found.relations.append(self.take())
            start = self.i
            found.sides.append(self.sum())
            found.texts.append(" ".join(self.tokens[start : self.i]))
        if found.relations == [r"\leftarrow"]:
            new = word(found.texts[0]) + "_new"
            found.sides[0], found.relations[0] = (lambda e: variable(new, e)), "="
        return found

    def truth(self) -> Node:
        found = self.chain()
        if not found.relations:
            raise TexError(f"after {found}: a relation expected")
        return found.holds

    def sum(self) -> Node:
        terms: list[Node] = []
        while not terms or self.peek() in ("+", "-"):
            is_minus = self.skips("-")
            self.skips("+")
            if self.skips(r"\dots"):
                terms.append(_of(_rest, *terms[-2:]))
                break
            term = self.product()
            terms.append(_of(operator.neg, term) if is_minus else term)
        return reduce(lambda a, b: _of(operator.add, a, b), terms)

    def begins(self) -> bool:
        """Whether a factor is next."""
        token = self.peek()
        if token in _NO_NAMES or token == self.open:
            return False
        atom = _NAME.fullmatch(token) or _NUMBER.fullmatch(token)
        return bool(atom) or token in {*_BRACKETS, "[", "{", r"\#", *_ARRAYS}

    def product(self) -> Node:
        found = self.power()
        while True:
            if self.skips("/"):
                found = _of(_divide, found, self.power())
            elif self.skips(r"\cdot"):
                found = _of(_dot, found, self.power())
            elif self.skips(r"\bmod"):
                found = _of(operator.mod, found, self.power())
            elif self.begins():
                found = _of(_multiply, found, self.power())
            elif not self.skips(r"\cdots"):  # nothing: the file says how many factors
                return found

    def power(self) -> Node:
        base = self.atom()
        while self.peek() in ("^", "!"):
            if self.take() == "!":
                base = _of(lambda n: math.gamma(n + 1), base)
            else:
                base = _of(operator.pow, base, self.group())
        return base

    def group(self) -> Node:
        """What is in braces, or one token."""
        inner = Parser(self.raw(), self.e)
        found = inner.sum()
        inner.end()
        return found

    def raw(self) -> list[str]:
        """The tokens in braces, or one token."""
        if self.peek() != "{":
            return [self.take()]
        start, depth = self.i + 1, 0
        while depth or self.i < start:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        return self.tokens[start : self.i - 1]

    def inside(self) -> list[Node]:
        """What is in brackets, with commas between; dots are left open."""
        outer, opening, found = self.open, self.take(), list[Node]()
        self.open = _BRACKETS[opening]
        while not found or self.skips(","):
            found.append((lambda _: ...) if self.skips(r"\dots") else self.sum())
        self.open = outer
        self.take(_BRACKETS[opening])
        return found

    def atom(self) -> Node:
        token = self.peek()
        if token in _BRACKETS:
            return self.bracketed()
        if token == "{":
            return self.group()
        read = {
            "[": self.iverson,
            r"\frac": self.fraction,
            r"\sum": lambda: self.big(operator.add, 0),
            r"\prod": lambda: self.big(operator.mul, 1),
            r"\max": lambda: self.extreme(max),
            r"\min": lambda: self.extreme(min),
            r"\arg": self.arg,
            r"\nabla": self.nabla,
            r"\#": self.count,
            r"\begin{cases}": self.cases,
            r"\begin{pmatrix}": self.matrix,
            **dict.fromkeys(_FUNCTIONS, self.function),
        }.get(token)
        if read:
            return read()
        if _NUMBER.fullmatch(token):
            number = float(self.take()) if "." in token else int(self.take())
            return lambda _: number
        if self.skips(r"\sqrt"):
            return _of(_elementwise("sqrt"), self.group())
        if token == r"\pi" and self.peek(1) != "_":
            self.take()
            return lambda e: e.get("pi", math.pi)
        if self.skips(r"\infty"):
            return lambda _: math.inf
        if token == "e" and self.peek(1) == "^":
            self.take()
            return lambda _: torch.tensor(math.e, dtype=torch.float64)
        return self.named()

    def bracketed(self) -> Node:
        opening, found = self.peek(), self.inside()
        if len(found) > 1:
            return lambda e: tuple(node(e) for node in found)
        if opening == r"\|":
            return _of(_norm, *found, *([self.group()] if self.skips("_") else []))
        functions = {"|": _size, r"\lfloor": math.floor, r"\lceil": math.ceil}
        return _of(functions[opening], *found) if opening in functions else found[0]

    def iverson(self) -> Node:
        self.take()
        condition = self.truth()
        self.take("]")
        return _of(int, condition)

    def fraction(self) -> Node:
        self.take()
        if self.peek(1) != r"\partial":
            return _of(_divide, self.group(), self.group())
        over, under = Parser(self.raw(), self.e), Parser(self.raw(), self.e)
        over.take(r"\partial")
        under.take(r"\partial")
        bottom, below = under.name()
        return self.indexed(f"d_{over.name()[0]}_d_{bottom}", below)

    def function(self) -> Node:
        name = _FUNCTIONS[self.take()]
        if self.peek() == "(":
            arguments = self.inside()
            if len(arguments) > 1:  # of vectors: cos(x, y)
                return _of(_call, lambda e: variable(name, e), *arguments)
            return _of(_elementwise(name), *arguments)
        node = self.power()  # log a b is the logarithm of a b
        while self.begins() and self.peek() not in {*_FUNCTIONS, "("}:
            node = _of(_multiply, node, self.power())
        return _of(_elementwise(name), node)

    def extreme(self, pick: Function) -> Node:
        self.take()
        if self.peek() == "_":
            ranged, body = self.over(), self.product()
            return lambda e: pick(found for _, found in ranged(e, body))
        arguments = self.inside()
        return lambda e: pick(*(node(e) for node in arguments))

    def arg(self) -> Node:
        self.take()
        pick: Function = max if self.take() == r"\max" else min
        ranged, body = self.over(), self.power()
        return lambda e: pick(ranged(e, body), key=lambda found: found[1])[0]

    def big(self, join: Function, start: int) -> Node:
        self.take()
        ranged, body = self.over(), self.product()
        return lambda e: reduce(join, (found for _, found in ranged(e, body)), start)

    def over(self) -> Callable[[Env, Node], list[tuple[Any, Any]]]:
        """What is below and above a big sign; gives each index with the body's value."""
        low, last = Parser([], self.e), None
        while self.peek() in ("_", "^"):
            if self.take() == "_":
                low = Parser(self.raw(), self.e)
            else:
                last = self.group()
        name = word(low.take())
        values: Node | None = None
        condition: Node = lambda _: True  # noqa: E731
        if low.skips("="):
            first, to = low.sum(), last or (lambda _: math.inf)
            values = lambda e: range(int(first(e)), int(min(to(e), FAR)) + 1)  # noqa: E731
        elif low.skips(r"\in"):
            values = low.named()
        elif low.peek().startswith(r"\text"):
            all_of_them = word(" ".join([name, *low.tokens[1:]]))
            low.i = len(low.tokens)
            values = lambda e: variable(all_of_them, e)  # noqa: E731
        elif low.peek():
            low.i = 0
            condition = low.truth()
        elif name in self.e:
            values = lambda e: e[name]  # noqa: E731
        low.end()

        def ranged(e: Env, body: Node) -> list[tuple[Any, Any]]:
            found, left_out = [], False
            for at in values(e) if values else everything(e):
                inner = {**e, name: at}
                try:
                    if condition(inner):
                        found.append((at, body(inner)))
                except IndexError:
                    left_out = True
            if left_out and (values or not found):
                raise IndexError
            return found

        return ranged

    def count(self) -> Node:
        r"""``\#\{m \in M : m \leq t\}``."""
        self.i += 2
        name = self.take()
        self.take(r"\in")
        members = self.named()
        self.take(":")
        condition = self.truth()
        self.take(r"\}")
        return lambda e: sum(condition({**e, name: m}) for m in members(e))

    def cases(self) -> Node:
        self.take()
        rows: list[tuple[Node, Node | None]] = []
        while not self.skips(r"\end{cases}"):
            found = self.sum()
            self.take("&")
            rows.append((found, self.case()))
            self.skips(r"\\")

        def chosen(e: Env) -> Any:
            hold = [found for found, condition in rows if condition and condition(e)]
            hold = hold or [found for found, condition in rows if not condition]
            if len(hold) != 1:
                raise TexError(f"{len(hold)} of the cases hold at once")
            return hold[0](e)

        return chosen

    def case(self) -> Node | None:
        """The condition of a case; None for all other cases."""
        words = self.take() if self.peek().startswith(r"\text") else ""
        text = words[6:-1].strip().replace(r"\_", "_")
        if text in ("", "if"):
            return self.truth()
        if text == "otherwise":
            return None
        if text in self.e:
            return lambda e: variable(text, e)

        def chosen(e: Env) -> bool:
            if text not in e.get("cases", ()):
                raise TexError(f"there is no value for the case {text!r}")
            return bool(e["case"] == text)

        return chosen

    def matrix(self) -> Node:
        rows: list[list[Node]] = [[]]
        while self.take() != r"\end{pmatrix}":
            if self.tokens[self.i - 1] == r"\\":
                rows.append([])
            rows[-1].append(self.sum())
        return lambda e: torch.tensor(
            [[node(e) for node in row] for row in rows], dtype=torch.float64
        )

    def nabla(self) -> Node:
        """The gradient of a function where it is called."""
        self.take()
        if self.skips("_"):
            self.raw()
        return _of(_gradient, self.named(calls=False), *self.inside())

    def name(self) -> tuple[str, list[str]]:
        """A name with its marks, and the tokens of its indices."""
        if not _NAME.fullmatch(self.peek()) or self.peek() in _NO_NAMES:
            self.take("a symbol")
        base, below = word(self.take()), list[str]()
        if base in ("hat", "bar", "tilde"):
            base = f"{base}_{word(' '.join(self.raw()))}"
        while self.peek():
            if self.skips("'"):
                base += "_prime"
            elif self.peek() == "^" and self.peek(1) == "*":
                self.i += 2
                base += "_star"
            elif [self.peek(i) for i in (0, 1, 2, 4, 5)] == ["^", "{", "(", ")", "}"]:
                below = [self.peek(3)]
                self.i += 6
            elif self.skips("_"):
                below += [*","[: len(below)], *self.raw()]
            else:
                break
        if len(below) > 1 and all(re.fullmatch("[a-z]", token) for token in below):
            return base, [*",".join(below)]  # x_{ij}, or a word: see `named`
        return base, below

    def indexed(self, name: str, below: list[str]) -> Node:
        """An element; ``n,c`` are two indices."""
        inner, indices = Parser(below, self.e), list[Node]()
        while not indices or inner.skips(","):
            indices.append(inner.sum())
        inner.end()

        def found(e: Env) -> Any:
            if name not in e:
                raise MissingError(f"{name} has no value")
            whole = value(e[name], e)
            return value(reduce(element, (each(e) for each in indices), whole), e)

        return found

    def named(self, *, calls: bool = True) -> Node:
        """A variable, an element of one, or what a function returns."""
        base, below = self.name()
        exact = name = "_".join([base, *filter(None, [word("".join(below).replace(",", ""))])])
        known = self.e.get(exact)
        is_word = any(re.match(r"\\(text|min|max)", token) for token in below)
        if below and not is_word and (known is None or _has_elements(known) and len(below) == 1):
            letters = f"{base}_[a-z]{{{below.count(',') + 1}}}"
            alike = (k for k in self.e if re.fullmatch(letters, k))
            name = next((k for k in alike if _has_elements(self.e[k])), base)
            node, known = self.indexed(name, below), self.e.get(name)
        else:
            node = lambda e: variable(exact, e)  # noqa: E731
        while isinstance(known, list | dict) and known:
            known = list(known.values() if isinstance(known, dict) else known)[-1]
        if calls and self.peek() == "(" and callable(known):
            return _of(_call, node, *self.inside())
        return node
