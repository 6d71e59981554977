"""The navigation of both languages: ``docs/nav.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from optguide_site.project import DOCS
from optguide_site.read.source import PageError, did_you_mean

PATH = DOCS / "nav.yml"


def read_nav(path: Path = PATH) -> list[Any]:
    """The entries as they are written.

    Raises:
        PageError: it is no YAML.
    """
    try:
        found: list[Any] = yaml.safe_load(path.read_text("utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PageError(path, line, str(error.problem)) from None
    return found


def listed(nav: list[Any]) -> Iterator[str]:
    """The pages, in order."""
    for entry in nav:
        if isinstance(entry, str):
            yield entry
        elif "page" in entry:
            yield entry["page"]
        else:
            yield from listed(entry["pages"])


def for_language(nav: list[Any], language: str, titles: dict[str, str]) -> list[Any]:
    """The navigation of one language as MkDocs takes it, every page with its title."""
    found: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            found.append({titles.get(entry, entry): entry})
        elif "page" in entry:
            found.append({entry[language]: entry["page"]})
        else:
            inside = for_language(entry["pages"], language, titles)
            found.append({entry[language]: inside})
    return found


def problems(
    nav: list[Any], names: list[str], path: Path = PATH
) -> Iterator[PageError]:
    """Pages that are missing from the navigation, or from ``docs/``."""
    lines = path.read_text("utf-8").split("\n")
    there = list(listed(nav))
    for name in there:
        if name not in names:
            line = next(
                n for n, text in enumerate(lines, 1) if text.strip().endswith(name)
            )
            near = did_you_mean(name, names)
            yield PageError(path, line, f"no page docs/zh/{name}, docs/en/{name}{near}")
    for name in names:
        if name not in there:
            yield PageError(
                path,
                len(lines),
                f"{name} is missing: add '- {name}' below its section, or move the page",
            )


def plain(title: str) -> str:
    """A heading without marks, as the navigation shows it."""
    return re.sub(r"[`*]", "", title)
