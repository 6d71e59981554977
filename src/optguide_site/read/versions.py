"""In which torch something is so: ``{torch linear_never}`` is read as "torch 2.13 to 2.15".

``docs/versions.json`` says of each fact in which torch it holds; ``make versions`` writes it from
the functions in ``tests/versions.py``. Where the newest torch is among them, the first such range
on a page, headings and tables aside, also says when that was checked.
"""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import groupby
from pathlib import Path

from optguide_site.project import DOCS, minor
from optguide_site.read.source import PageError, did_you_mean
from optguide_site.words import words

LEDGER = DOCS / "versions.json"
MARK = re.compile(r"\{torch (?P<fact>\w+)\}(?P<space> ?)")
#: Of a page, or of a lab; what is above the first one is front matter.
_HEADING = re.compile(r"(?:# )?#{1,6} ")
_ROW = re.compile(r"\s*\|")


def releases(fact: str) -> tuple[str, str, str]:
    """The first and the last torch in which a fact holds, and when the newest was asked.

    The date is empty where the fact does not hold in the newest.

    Raises:
        KeyError: there is no such fact, or it holds nowhere, or not in a single range.
    """
    ledger = json.loads(LEDGER.read_text("utf-8"))
    if fact not in ledger["facts"]:
        near = did_you_mean(fact, list(ledger["facts"]))
        raise KeyError(
            f"docs/versions.json has no fact {fact!r}{near}; a new one is written in "
            "tests/versions.py, and make versions runs it"
        )
    holds = [(torch, ledger["facts"][fact].get(torch)) for torch in ledger["checked"]]
    ranges = [
        [torch for torch, _ in group]
        for is_so, group in groupby(holds, lambda each: each[1])
        if is_so
    ]
    if len(ranges) != 1:
        raise KeyError(
            f"{fact} holds in {ranges or 'no torch'}: a page can name one range, so "
            "split the fact in tests/versions.py, or drop it"
        )
    last = ranges[0][-1]
    day = ledger["checked"][last] if last == holds[-1][0] else ""
    return minor(ranges[0][0]), minor(last), day


def expanded(text: str, language: str, path: Path) -> str:
    """A page with its facts written out, line by line.

    Raises:
        PageError: a fact that is unknown, or holds in no single range.
    """
    say = words(language)
    lines, is_dated, in_text = [], False, False

    def write(found: re.Match[str]) -> str:
        nonlocal is_dated
        first, last, day = releases(found["fact"])
        name = "torch_release" if first == last else "torch_releases"
        said, space = say[name].format(first=first, last=last), found["space"]
        if day and in_text and not (is_heading or is_dated or _ROW.match(line)):
            is_dated = True
            said += say["torch_checked"].format(date.fromisoformat(day))
            space = (
                space if language == "en" else ""
            )  # a full-width bracket has its own
        return said + space

    for number, line in enumerate(text.split("\n"), 1):
        is_heading = bool(_HEADING.match(line))
        in_text = in_text or is_heading
        try:
            lines.append(MARK.sub(write, line))
        except KeyError as error:
            raise PageError(path, number, error.args[0]) from None
    return "\n".join(lines)
