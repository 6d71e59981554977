r"""The guide's TeX, read whole or not at all: formulas become expressions of Python.

A variable is named like the symbol: ``\eta_{\min}`` is ``eta_min``, ``\bar\theta`` is
``bar_theta``, ``\gamma^*`` is ``gamma_star``, ``l'`` is ``l_prime``, ``\lambda`` is ``lambda_``.
``x_n`` is an element of ``x_n``, or else of ``x``: tensors count from 1, as formulas do, lists
from 0, as time does, and dictionaries have keys. What is left of an arrow, the new value of
``\theta``, is ``theta_new``; ``\partial L / \partial x`` is ``d_L_d_x``.

A small letter without a value is an index: it takes every value for which the formula has one.
So does the index of a sum without limits, from 1. A dictionary with names as keys has a value
for each label of ``\begin{cases}``.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from tests.support.values import HOLDS, Env, evaluate, has_elements

_SPELLINGS = [
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
    (r"\\ln(?![a-zA-Z])", r"\\log"),
    (r"(\w) = (\w), *\\dots, *(\w)", r"\2 \\leq \1 \\leq \3"),
]
_TOKEN = re.compile(
    r"\\(?:text|operatorname|begin|end)\{[^{}]*\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S"
)
_ALIGNED = re.compile(r"\\begin\{aligned\}(.*?)\\end\{aligned\}", re.DOTALL)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_NAME = re.compile(r"\\(?:text|operatorname)\{.*[^:]\}|\\?[a-zA-Z]+")
INEQUALITIES = HOLDS.keys() - {"="}
RELATIONS = {*HOLDS, r"\approx", r"\leftarrow"}
_BETWEEN = {",", ".", r"\qquad", r"\quad"}
_NO_NAMES = RELATIONS | _BETWEEN | {r"\cdot", r"\bmod", r"\iff", r"\dots", r"\cdots"}
_NO_NAMES |= {r"\rfloor", r"\rceil", r"\to", r"\ll", r"\gg", r"\propto"}
_BRACKETS = {
    "(": ")",
    "|": "|",
    r"\|": r"\|",
    r"\lfloor": r"\rfloor",
    r"\lceil": r"\rceil",
}
_AROUND = {"(": "", "|": "size", r"\lfloor": "floor", r"\lceil": "ceil", r"\|": "norm"}
_FUNCTIONS = {r"\log", r"\exp", r"\cos", r"\sin"}
_BIG = {r"\sum": "total", r"\prod": "product", r"\max": "largest", r"\min": "smallest"}
_BEGINS = {*_BRACKETS, "[", "{", r"\#", r"\begin{cases}", r"\begin{pmatrix}"}


class TexError(ValueError):
    """The formula cannot be read."""


def tokens(tex: str) -> list[str]:
    """The words of a formula; what looks the same is spelt the same."""
    found: list[str] = []
    tex = _ALIGNED.sub(lambda match: _rows(match[1]), tex)
    for part in re.split(r"(\\text\{[^{}]*\})", tex):
        for old, new in _SPELLINGS if not part.startswith(r"\text") else ():
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
        goes_on = line.count("(") > line.count(")") or re.match(
            r"(\{\} )?[-+=<>]", text
        )
        line += ("" if goes_on or not line else r" \qquad ") + text + " "
    return line


def word(tex: str) -> str:
    r"""How Python writes a word of a formula: ``\text{cross\_entropy}`` is ``cross_entropy``."""
    tex = re.sub(r"\\(?:text|operatorname)\{([^{}]*)\}", r" \1 ", tex)
    found = "_".join(re.findall(r"\w+", tex.replace(r"\_", "_")))
    return found + "_" * keyword.iskeyword(found)


class Statement(NamedTuple):
    """Sides with relations between them, as ``a = b < c``."""

    #: the sides as they are written, and in Python
    texts: list[str]
    sides: list[str]
    relations: list[str]
    #: its label, which comes first
    label: str = ""

    def __str__(self) -> str:
        """As it is written."""
        both = zip(self.texts, [*self.relations, ""], strict=True)
        return " ".join(part for pair in both for part in pair if part)

    def values(self, e: Env) -> Iterator[tuple[str, Any, Any]]:
        """Each relation, and the values of its two sides."""
        sides = [evaluate(side, e) for side in self.sides]
        for relation, (left, right) in zip(
            self.relations, pairwise(sides), strict=True
        ):
            yield relation, left, right

    @property
    def truth(self) -> str:
        """An expression for whether all its relations hold."""
        if not self.relations:
            raise TexError(f"{self}: a relation expected")
        sides = zip(self.relations, pairwise(self.sides), strict=True)
        return " & ".join(
            f"holds({r!r}, {left}, {right})" for r, (left, right) in sides
        )


class Parser:
    """Reads a formula. What reads a part of it returns that as an expression."""

    def __init__(
        self, tex: str | list[str], e: Env, bound: frozenset[str] = frozenset()
    ) -> None:
        """By the variables it tells ``f(x)`` from ``a (x + 1)``; sums bind their index."""
        self.tokens = tokens(tex) if isinstance(tex, str) else tex
        self.e = e
        self.bound = bound
        self.i = 0
        #: what closes the bracket that is open
        self.close = ""

    def peek(self, ahead: int = 0) -> str:
        """The next token, which stays there."""
        return self.tokens[self.i + ahead] if self.i + ahead < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        """The next token."""
        token = self.peek()
        if not token or token != (wanted or token):
            before = " ".join(self.tokens[max(0, self.i - 4) : self.i])
            found = repr(token) if token else "the end"
            raise TexError(
                f"after {before!r}: {wanted or 'more'} expected, found {found}"
            )
        self.i += 1
        return token

    def skips(self, *tokens: str) -> bool:
        """Whether one of the tokens is next; it is passed over."""
        return self.peek() in tokens and bool(self.take())

    def whole(self, read: Callable[[Parser], Any], tokens: list[str]) -> Any:
        """What reads all of some tokens, and nothing is left."""
        inner = Parser(tokens, self.e, self.bound)
        found = read(inner)
        if inner.peek():
            inner.take("the end")
        return found

    def statements(self) -> Iterator[list[Statement]]:
        r"""The statements of a formula; what ``\iff`` joins comes together."""
        while self.peek():
            found = [self.statement()]
            while self.skips(r"\iff"):
                found.append(self.statement())
            yield found
            if self.peek() and not self.skips(*_BETWEEN):
                self.take("the end")
            while self.skips(*_BETWEEN):
                pass

    def statement(self) -> Statement:
        """One statement; its label may come first."""
        label = ""
        if re.fullmatch(r"\\text\{.*:\}", self.peek()):
            label = self.take()[6:-2]
            self.skips(r"\quad")
        return self.chain()._replace(label=label)

    def chain(self) -> Statement:
        found = Statement([], [], [])
        while not found.sides or self.peek() in RELATIONS:
            if found.sides:
                found.relations.append(self.take())
            start = self.i
            found.sides.append(self.sum())
            found.texts.append(" ".join(self.tokens[start : self.i]))
        if found.relations == [r"\leftarrow"]:
            name, below = self.whole(Parser.name, found.texts[0].split())
            found.sides[0] = self.element(f"variable({name + '_new'!r}, e)", below)
            found.relations[0] = "="
        return found

    def sum(self) -> str:
        terms: list[str] = []
        while not terms or self.peek() in ("+", "-"):
            sign = "-" * self.skips("-")
            self.skips("+")
            if self.skips(r"\dots"):
                terms.append(f"rest({terms[-2]}, {terms[-1]})")
                break
            terms.append(sign + self.product())
        return f"({' + '.join(terms)})"

    def product(self) -> str:
        found = self.power()
        while True:
            if self.skips("/"):
                found = f"({found} / {self.power()})"
            elif self.skips(r"\bmod"):
                found = f"({found} % {self.power()})"
            elif self.skips(r"\cdot"):
                found = f"dot({found}, {self.power()})"
            elif self.begins():
                found = f"multiply({found}, {self.power()})"
            elif not self.skips(r"\cdots"):  # nothing: the file says how many factors
                return found

    def begins(self) -> bool:
        """Whether a factor is next."""
        token = self.peek()
        atom = token in _BEGINS or _NAME.fullmatch(token) or _NUMBER.fullmatch(token)
        return bool(atom) and token not in {*_NO_NAMES, self.close}

    def power(self) -> str:
        base = self.atom()
        while self.peek() in ("^", "!"):
            base = (
                f"factorial({base})"
                if self.skips("!")
                else f"({base} ** {self.above()})"
            )
        return base

    def above(self) -> str:
        self.take("^")
        return self.group()

    def group(self) -> str:
        """What is in braces, or one token."""
        return str(self.whole(Parser.sum, self.raw()))

    def raw(self) -> list[str]:
        """The tokens in braces, or one token."""
        if self.peek() != "{":
            return [self.take()]
        start, depth = self.i + 1, 0
        while depth or self.i < start:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        return self.tokens[start : self.i - 1]

    def inside(self) -> str:
        """What is in brackets, with commas and dots."""
        outer, self.close, found = self.close, _BRACKETS[self.take()], list[str]()
        while not found or self.skips(","):
            found.append("..." if self.skips(r"\dots") else self.sum())
        closing, self.close = self.close, outer
        self.take(closing)
        return ", ".join(found)

    def atom(self) -> str:
        token = self.peek()
        if token == "{":
            return self.group()
        if token in _BRACKETS:
            found = self.inside()
            p = f", {self.group()}" if token == r"\|" and self.skips("_") else ""
            return f"{_AROUND[token]}({found}{p})"
        if (
            token == r"\pi" and self.peek(1) != "_" and "pi" not in self.bound
        ) or token == r"\infty":
            return self.take()[1:4]
        if token == "e" and self.peek(1) == "^":
            self.take()
            return f"exp({self.above()})"
        read = getattr(self, "read_" + re.sub(r"\W|begin", "", token), None)
        if (token.startswith("\\") and read) or token in ("[", r"\#"):
            self.take()
            return str(
                (read or {"[": self.read_iverson, r"\#": self.read_count}[token])()
            )
        if token in _FUNCTIONS or token in _BIG:
            return self.function(self.take())
        return self.take() if _NUMBER.fullmatch(token) else self.named()

    def read_sqrt(self) -> str:
        return f"sqrt({self.group()})"

    def read_iverson(self) -> str:
        condition = self.chain().truth
        self.take("]")
        return f"int({condition})"

    def read_frac(self) -> str:
        over, under = self.raw(), self.raw()
        if over[0] != r"\partial":
            return f"({self.whole(Parser.sum, over)} / {self.whole(Parser.sum, under)})"
        if under[0] != r"\partial":
            raise TexError("a derivative by nothing")
        top, of = self.whole(Parser.name, over[1:])
        bottom, by = self.whole(Parser.name, under[1:])
        if of not in ([], by):
            raise TexError("a derivative by something with another index")
        return self.element(f"variable({f'd_{top}_d_{bottom}'!r}, e)", by)

    def function(self, token: str) -> str:
        if token in _BIG and self.peek() != "(":
            return f"{_BIG[token]}({self.ranged(Parser.product)})"
        name, start = token[1:], self.i
        if self.peek() == "(":
            found = self.inside()
            if (
                token in _FUNCTIONS
                and "," in self.tokens[start : self.i]
                and name in self.e
            ):
                return f"call(e, variable({name!r}, e), {found})"
            return f"{name}({found})"
        found = self.power()  # log a b is the logarithm of a b
        while self.begins() and self.peek() not in {*_FUNCTIONS, "("}:
            found = f"multiply({found}, {self.power()})"
        return f"{name}({found})"

    def read_arg(self) -> str:
        return f"where_{_BIG[self.take()]}({self.ranged(Parser.power)})"

    def ranged(self, read: Callable[[Parser], str]) -> str:
        """What is below and above a big sign, and its body with the index bound."""
        self.take("_")
        low = self.raw()
        name = word(low[0])
        bound = f"_{name}"
        values = condition = "None"
        if low[1:2] == ["="]:
            values = f"to({self.whole(Parser.sum, low[2:])}, {self.above()})"
        elif low[1:2] == [r"\in"]:
            values = self.whole(Parser.named, low[2:])
        elif low[1:] and low[1].startswith(r"\text"):
            values = f"variable({word(' '.join([name, *low[1:]]))!r}, e)"
        elif not low[1:] and name in self.e:
            values = f"variable({name!r}, e)"
        outer, self.bound = self.bound, self.bound | {name}
        if low[1:] and values == "None":
            condition = f"lambda {bound}: {self.whole(Parser.chain, low).truth}"
        body = read(self)
        self.bound = outer
        if bound not in body:
            raise TexError(f"{low[0]} is below a sign and nowhere else")
        return f"ranged(e, lambda {bound}: {body}, {values}, {condition})"

    def read_count(self) -> str:
        r"""``\#\{m \in M : m \leq t\}``."""
        self.take(r"\{")
        name = self.take()
        self.take(r"\in")
        members = self.named()
        self.take(":")
        outer, self.bound = self.bound, self.bound | {name}
        condition, self.bound = self.chain().truth, outer
        self.take(r"\}")
        return f"count(lambda _{name}: {condition}, {members})"

    def read_cases(self) -> str:
        rows = []
        while not self.skips(r"\end{cases}"):
            found = self.sum()
            self.take("&")
            rows.append(f"({self.case()}, lambda: {found})")
            self.skips(r"\\")
        return f"cases({', '.join(rows)})"

    def case(self) -> str:
        """The condition of a case; None for all other cases."""
        words = self.take() if self.peek().startswith(r"\text") else ""
        text = words[6:-1].strip().replace(r"\_", "_")
        if text in ("", "if"):
            return self.chain().truth
        if text == "otherwise":
            return "None"
        return f"variable({text!r}, e)" if text in self.e else f"label(e, {text!r})"

    def read_pmatrix(self) -> str:
        found, close = "", ""
        while close != r"\end{pmatrix}":
            found += self.sum()
            close = self.take()
            found += {"&": ", ", r"\\": "], ["}.get(close, "")
        return f"matrix([[{found}]])"

    def read_nabla(self) -> str:
        """The gradient of a function where it is called."""
        if self.skips("_"):
            self.raw()
        return f"gradient({self.named(calls=False)}, {self.inside()})"

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
                below = [self.peek(3), *","[: len(below)], *below]
                self.i += 6
            elif self.skips("_"):
                below += [*","[: len(below)], *self.raw()]
            else:
                break
        if len(below) > 1 and all(re.fullmatch("[a-z]", token) for token in below):
            return base, [*",".join(below)]  # x_{ij}, or a word: see `named`
        return base, below

    def element(self, whole: str, below: list[str]) -> str:
        """An element; ``n,c`` are two indices."""

        def indices(inner: Parser) -> str:
            found = inner.sum()
            while inner.skips(","):
                found += f", {inner.sum()}"
            return found

        return f"element(e, {whole}, {self.whole(indices, below)})" if below else whole

    def named(self, *, calls: bool = True) -> str:
        """A variable, an element of one, or what a function returns."""
        base, below = self.name()
        if base in self.bound:
            return self.element(f"_{base}", below)
        exact = "_".join([base, *filter(None, [word("".join(below).replace(",", ""))])])
        known = self.e.get(exact)
        is_word = any(re.match(r"\\(text|min|max)", token) for token in below)
        if (
            below
            and not is_word
            and (known is None or (has_elements(known) and len(below) == 1))
        ):
            letters = f"{base}_[a-z]{{{below.count(',') + 1}}}"
            alike = (k for k in self.e if re.fullmatch(letters, k))
            exact = next((k for k in alike if has_elements(self.e[k])), base)
            known = self.e.get(exact)
        else:
            below = []
        found = self.element(f"variable({exact!r}, e)", below)
        while isinstance(known, list | dict) and known:
            known = list(known.values() if isinstance(known, dict) else known)[-1]
        if calls and self.peek() == "(" and callable(known):
            return f"call(e, {found}, {self.inside()})"
        return found
