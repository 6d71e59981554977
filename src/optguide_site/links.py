"""MkDocs names the page of a dead link; here its messages get file and line."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from optguide_site.page import PageError

_MESSAGE = re.compile(
    r"Doc file '(?P<page>[^']+)' (?P<what>contains .*?'(?P<link>[^']+)'.*)"
)


class _Lines(logging.Filter):
    """Rewrites messages about links; ``docs`` is where the pages of this build lie."""

    docs = Path()

    def filter(self, record: logging.LogRecord) -> bool:
        if found := _MESSAGE.fullmatch(record.getMessage()):
            path = self.docs / found["page"]
            lines = enumerate(path.read_text("utf-8").split("\n"), 1)
            mark = f"]({found['link']})"
            line = next((number for number, text in lines if mark in text), 1)
            record.msg, record.args = str(PageError(path, line, found["what"])), ()
        return True


_lines = _Lines()
logging.getLogger("mkdocs.structure.pages").addFilter(_lines)


def name_lines(docs: Path) -> None:
    """From now on messages are about the pages below ``docs``."""
    _lines.docs = docs
