"""What the prose of a page states: formulas, links, numbers, names of code; by its sections."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from optguide_site.read.page import (
    Box,
    Example,
    Figure,
    Heading,
    Page,
    Printed,
    Prose,
    Shell,
    Table,
)

DISPLAY = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)
INLINE = re.compile(r"\$([^$\n]+)\$")
#: What makes a formula a statement.
RELATION = re.compile(r"[=<>]|\\(?:leq?|geq?|neq?|approx|propto|to|in|ll|gg)\b")
#: What may be in a formula that is plain arithmetic.
ARITHMETIC = re.compile(r"\\(?:frac|sqrt|log|ln|exp|cos|sin|cdot|pi|infty)(?![a-z])")
CODE = re.compile(r"`([^`\n]+)`")
TEXT = re.compile(r"\\text\{[^{}]*\}")
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
URL = re.compile(r"https?://[^\s)>]+")
NUMBER = re.compile(r"(?<![\w.#-])[−-]?\d+(?:\.\d+)?(?![\w.]*\d)")
#: When a torch was asked; each language writes the month its own way.
CHECKED = re.compile(r" \(checked on [^)]*\)|（[^）]*核对）")
DIAGRAM = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
MARKUP = re.compile(r"\{[^}]*\}|<[^>]*>")


class Section(NamedTuple):
    """What is below one heading, up to the next."""

    id: str | None
    things: list[tuple[str, str]]
    links: set[str]
    numbers: set[str]
    code: set[str]
    formulas: set[str]
    #: all that is said, as it is written
    texts: list[str]


def sections(page: Page) -> Iterator[Section]:
    """The sections of a page, what is above its first heading aside."""
    found = Section("", [], set(), set(), set(), set(), [])
    for segment in page.walk():
        match segment:
            case Heading():
                if found.id != "":
                    yield found
                found = Section(segment.id, [], set(), set(), set(), set(), [])
                said(found, segment.text)
            case Prose():
                said(found, segment.text)
            case Box():
                found.things.append(("box", segment.mark + segment.kind))
                said(found, segment.title)
            case Example():
                found.things.append(
                    (
                        "example",
                        f"{segment.name} {bool(segment.skip)} {segment.verdict}",
                    )
                )
            case Figure():
                found.things.append(("figure", segment.path.name))
            case Printed():
                found.things.append(("printed", segment.text))
            case Shell():
                found.things.append(("shell", segment.text))
            case Table():
                found.things.append(("table", ""))
    yield found


def said(section: Section, text: str) -> None:
    """Note the facts of some prose."""
    text = CHECKED.sub("", DIAGRAM.sub(" ", text))
    section.texts.append(text)
    for formula in DISPLAY.findall(text):
        section.things.append(("formula", without_words(formula)))
    text = DISPLAY.sub(" ", text)
    section.links.update(target for _, target in LINK.findall(text))
    text = LINK.sub(r"\1", text)
    section.links.update(url.rstrip(".。，,") for url in URL.findall(text))
    text = URL.sub(" ", text)
    section.code.update(CODE.findall(text))
    text = CODE.sub(" ", text)
    for formula in map(without_words, INLINE.findall(text)):
        section.numbers.update(NUMBER.findall(formula))
        if RELATION.search(formula):
            section.formulas.add(formula)
    text = MARKUP.sub(" ", INLINE.sub(" ", text))
    text = re.sub(r"(?<=\d)(?:,|\\,| )(?=\d{3}\b)", "", text)
    section.numbers.update(n.replace("−", "-") for n in NUMBER.findall(text))


def without_words(formula: str) -> str:
    """A formula without the words in it, which each language has its own."""
    return " ".join(TEXT.sub(r"\\text{}", formula).replace(r"\times", r"\cdot").split())
