"""Formulas of docstrings, for the API reference: from Sphinx's notation to the pages'."""

from __future__ import annotations

import re
from typing import Any

import griffe

_INLINE = re.compile(r":math:`([^`]+)`")
_DISPLAY = re.compile(r"^\.\. math::((?:\n? +.+\n?)(?:(?: +.+)?\n?)*)", re.MULTILINE)
_NAME = re.compile(r":(?:func|class|meth):`~?([^`]+)`")


class Formulas(griffe.Extension):
    """Rewrites ``:math:`` roles and directives to ``$`` and ``$$``, names to code."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of an object once it is loaded."""
        if obj.docstring:
            obj.docstring.value = as_on_pages(obj.docstring.value)


def as_on_pages(text: str) -> str:
    """A docstring in the notation of the pages."""
    text = _NAME.sub(r"`\1`", text)
    text = _INLINE.sub(r"$\1$", text)
    return _DISPLAY.sub(_display, text)


def _display(match: re.Match[str]) -> str:
    lines = [line.strip() for line in match[1].strip().split("\n")]
    return "\n$$\n" + "\n".join(lines) + "\n$$\n\n"
