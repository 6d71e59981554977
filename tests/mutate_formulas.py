"""Plant faults in display formulas, in both languages alike, and see whether their test notices.

    python -m tests.mutate_formulas [--count N] [--seed S]

Nothing is written and no pytest runs: `tests.support.formulas` is given the changed formula.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.site.test_formulas import NOT_EVALUATED
from tests.support.formulas import Formula, formulas, wrong
from tests.support.pages import NAMES

#: Faults that no evaluation can see, and why.
UNSEEN = {
    r"edge: .*(huber|smooth_l1|regression\.py)": "the two pieces meet at the edge",
    r"edge: .*quadratic": "at the edge itself the two roots are equal and real",
    r"equality: .*(y_n = -1|= 0.02|T_\{mult\} = 1|\\bmod s = 0)": "it is never less",
    r"exponent: .*\\infty": "infinity plus 1",
    r"left out: .*multiplicative_lr": "the two equations become one chain",
    r"(left out|root|symbol): .*ravine": "h_min is 1, and h_max is kappa",
    r"(index|earlier): .*(multi_step|step)_lr": "where nothing changes, it says so of itself",
    r"symbol: .*\n.*max\(\\hat v_n,": "what has been clamped stays as it is",
    r"constant: .*chained": "each scheduler is looked at alone",
}
_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ONE = rf"(?:{_GROUP}|\\?[a-zA-Z]+|\d)"
_SYMBOL = rf"(?:\\(?:hat|bar) ?)?(?:\\[a-zA-Z]+|(?<![\\a-zA-Z])[a-zA-Z](?![a-zA-Z]))(?:'|_{_ONE}|\^\*)*"
_NO_SYMBOL = re.compile(
    r"\\(?:d?frac|[lr]?[Vv]ert|[bB]igg?[lr]?|left|right|begin|end|q?quad|text|cdots?|dots|bmod|iff"
    r"|operatorname|sum|prod|max|min|log|exp|cos|sqrt|arg|lfloor|rfloor|partial|[lg]eq?|neq?"
    r"|(?:not)?in|leftarrow|nabla|infty|times|displaystyle|tfrac)(?![a-zA-Z])"
)
#: Kind of fault -> what is changed, and what it becomes.
FAULTS: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "sign": (r"(?<![\d{])[+-](?!\})", lambda m: {"+": "-", "-": "+"}[m[0]]),
    "constant": (r"(?<![_\[\d.a-z])\d+(?![\d\w]|\.)", lambda m: str(int(m[0]) + 1)),
    "factor": (rf"\\[dt]?frac ?{_ONE} ?{_ONE}", lambda _: ""),
    "upside down": (rf"(\\[dt]?frac) ?({_ONE}) ?({_ONE})", r"\1 \3 \2"),
    "exponent": (rf"\^(?!\*|\{{\()({_ONE})", r"^{\1 + 1}"),
    "no exponent": (rf"\^(?!\*|\{{\(){_ONE}", lambda _: ""),
    "index": (r"(_\{?)([a-z])(?![a-z\w\\])", r"\1{\2 + 1}"),
    "earlier": (r"_\{(t|s)-(\d)\}", r"_{\1}"),
    "extreme": (
        r"\\(max|min)(?=[(_ \\])",
        lambda m: {"max": r"\min", "min": r"\max"}[m[1]],
    ),
    "relation": (
        r"\\leq?(?![a-z])|\\geq?(?![a-z])|[<>]|\\in(?![a-z])|\\notin",
        lambda m: {"\\l": r"\geq ", "\\g": r"\leq ", "<": ">", ">": "<"}.get(
            m[0][:2], r"\notin " if m[0] == r"\in" else r"\in "
        ),
    ),
    "edge": (r"\\leq?(?![a-z])|<", lambda m: r"\leq " if m[0] == "<" else "<"),
    "equality": (r"=", lambda _: r"\leq "),
    "function": (
        r"\\(log|exp|cos)(?![a-z])",
        lambda m: {"log": r"\exp", "exp": r"\log", "cos": r"\sin"}[m[1]],
    ),
    "sum": (r"\\sum(?![a-z])", lambda _: r"\prod"),
    "product": (r"\\prod(?![a-z])", lambda _: r"\sum"),
    "root": (r"\\sqrt", lambda _: ""),
    "floor": (r"\\lfloor(.*?)\\rfloor", r"\\lceil\1\\rceil"),
    "term": (
        rf"[+-] (?:[^-+&\\=(){{}}]|\\[,a-z]+|{_GROUP})+(?=[-+&=)\\]|$)",
        lambda _: "",
    ),
}


class Fault(NamedTuple):
    """A formula of a page, and with what is wrong in it."""

    kind: str
    page: str
    formula: Formula
    changed: Formula

    def __str__(self) -> str:
        """The kind, then what was changed."""
        return (
            f"{self.kind}: {self.formula}\n    -> {' '.join(self.changed.tex.split())}"
        )


def faults(page: str, formula: Formula) -> Iterator[Fault]:
    """Every fault that can be planted in a formula."""
    parts = re.split(
        r"(\\text\{[^{}]*\}|\\begin\{\w+\}|\\end\{\w+\}|\\\\\[\w+\])", formula.tex
    )
    for i, part in enumerate(parts[::2]):
        before, after = "".join(parts[: 2 * i]), "".join(parts[2 * i + 1 :])
        for kind, (pattern, new) in FAULTS.items():
            for match in re.finditer(pattern, part):
                there = match.expand(new) if isinstance(new, str) else new(match)
                tex = f"{before}{part[: match.start()]}{there}{part[match.end() :]}{after}"
                if tex.split() != formula.tex.split():
                    yield Fault(kind, page, formula, formula._replace(tex=tex))
        symbols = [m for m in re.finditer(_SYMBOL, part) if not _NO_SYMBOL.match(m[0])]
        for match in symbols:
            others = sorted({m[0] for m in symbols} - {match[0]})
            for kind, there in (
                ("left out", ""),
                ("symbol", others[len(part) % len(others)] if others else "1"),
            ):
                tex = f"{before}{part[: match.start()]}{there}{part[match.end() :]}{after}"
                yield Fault(kind, page, formula, formula._replace(tex=tex))


def draw(rng: random.Random, count: int) -> list[Fault]:
    """Different faults, spread evenly over formulas and then over kinds."""
    found: dict[str, dict[str, list[Fault]]] = {}
    for page in NAMES:
        for formula in formulas(page):
            if formula.number and (formula.tex.strip() not in NOT_EVALUATED):
                for fault in faults(page, formula):
                    found.setdefault(str(formula), {}).setdefault(
                        fault.kind, []
                    ).append(fault)
    drawn: dict[str, Fault] = {}
    while len(drawn) < count:
        kinds = found[rng.choice(sorted(found))]
        fault = rng.choice(kinds[rng.choice(sorted(kinds))])
        drawn[str(fault)] = fault
    return list(drawn.values())


def plant(seed: int, count: int) -> tuple[list[Fault], list[Fault]]:
    """Plant faults; return all of them, and those that no test notices."""
    planted = draw(random.Random(f"{seed} formulas"), count)
    return planted, [each for each in planted if not wrong(each.page, each.changed)]


def reason(fault: Fault) -> str:
    """Why nothing can see a fault; nothing if something should."""
    return next((why for kind, why in UNSEEN.items() if re.match(kind, str(fault))), "")


def main() -> None:
    """Plant, and report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    planted, alive = plant(arguments.seed, arguments.count)
    survive = Counter(each.kind for each in alive)
    for kind, number in sorted(Counter(each.kind for each in planted).items()):
        print(f"{kind:12} {number - survive[kind]:3} / {number}")
    print(f"{'all':12} {len(planted) - len(alive):3} / {len(planted)}")
    for each in alive:
        print(f"{each}\n    {reason(each) or 'why?'}")
    sys.exit(any(not reason(each) for each in alive))


if __name__ == "__main__":
    main()
