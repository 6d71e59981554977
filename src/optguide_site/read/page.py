"""A page as an ordered list of segments.

A page is Markdown without code of its own. One line shows a piece of code, in the notation
of ``pymdownx.snippets``; what it printed when it was recorded follows by itself::

    --8<-- "losses/regression/l1/by_hand.py:mean"

What shows a mistake, or how to avoid it, is marked as such::

    --8<-- "losses/regression/l1/broadcast.py:surprise" wrong
    --8<-- "losses/regression/l1/broadcast.py:fix" right

In prose ``{torch fact}`` stands for the releases of torch in which a fact holds; see
`optguide_site.read.versions`.

One line shows a picture that an example drew, and its code folded below it; or a diagram of
``docs/LANGUAGE/diagrams``, which no code draws::

    ![what one sees](losses/regression/l1/curve.svg "caption")
    ![what one sees](diagrams/groups.svg "caption")

The code is in files below ``snippets/`` or ``src/``. All sections of one file on a page are
one *example*: they share a namespace and stand in the order of the file. A section runs, and
is copied, together with the sections that come before it.

Prose cites threads and papers by their keys, ``[#86454]`` or ``[@polyak1964]``; see
`optguide_site.read.cite`.

Whoever writes, runs or compares pages loops over the segments; nobody parses lines again.
Reading runs nothing, and needs neither torch nor MkDocs.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from optguide_site.project import DOCS, LANGUAGES, SNIPPETS, SOURCE, minor, order, shown
from optguide_site.read import glossary, versions
from optguide_site.read.cite import SOURCES, Citations
from optguide_site.read.source import (
    INCLUDE_PATHS,
    PageError,
    find,
    short_docstrings,
    source,
)

_FENCE = re.compile(r"^(?P<indent>\s*)(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
_INCLUDE = re.compile(
    r'^(?P<indent>\s*)--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"'
    r"(?: (?P<verdict>wrong|right))?$"
)
_FIGURE = re.compile(
    r"^(?P<indent>\s*)!\[(?P<alt>[^]]*)\]\((?P<path>[^\s)]+\.svg)"
    r'(?: "(?P<caption>.*)")?\)$'
)
_BOX = re.compile(
    r'^(?P<indent>\s*)(?P<mark>\?\?\?\+?|!!!) (?P<kind>\w+) "(?P<title>.*)"$'
)
_HEADING = re.compile(
    r"^(?P<marks>#{1,6}) (?P<text>.*?)(?:\s*\{ #(?P<id>[\w-]+) \})?\s*$"
)
_SKIP = re.compile(r"""^<!--pytest\.mark\.skip\(reason=(["'])(?P<reason>.+)\1\)-->$""")
#: What another torch prints: ``example.torch-2.14.out``.
_OTHER = re.compile(r"^(?P<stem>.*)\.torch-(?P<release>\d+\.\d+)\.out$")
#: A line that stands for the tables of what was verified.
VERIFIED = "<!--optguide:verified-->"


@dataclass(frozen=True)
class Segment:
    """Part of a page that begins at ``line``, ``indent`` wide into its surroundings."""

    line: int
    indent: str


@dataclass(frozen=True)
class Prose(Segment):
    """Lines of Markdown: paragraphs, lists, tables, formulas."""

    text: str


@dataclass(frozen=True)
class Heading(Segment):
    """A heading, with the id that both languages share."""

    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Example(Segment):
    """A piece of an example, and what it printed when it was recorded."""

    #: the included file
    path: Path
    section: str | None
    #: what the reader sees; of `optguide`, docstrings are cut to their first line
    code: str
    #: what the copy button gives, and what runs: the file up to the end of this piece
    copy: str
    #: the recorded output, None where nothing is on record
    output: str | None = None
    #: what later torches print, by the release from which they do: ``{"2.14": "…"}``
    others: dict[str, str] = field(default_factory=dict)
    #: why the block is not run, None for one that is
    skip: str | None = None
    #: ``"wrong"`` for a mistake, ``"right"`` for what to write instead
    verdict: str | None = None
    #: the number that each line of what runs has in `origin`
    numbers: tuple[int, ...] = ()

    @property
    def origin(self) -> Path:
        """The file that tracebacks name."""
        return self.path

    @property
    def name(self) -> str:
        """The include as the page writes it: path and section."""
        return f"{self.file}:{self.section}" if self.section else self.file

    @cached_property
    def file(self) -> str:
        """The included file, as the page writes it."""
        base = next(b for b in INCLUDE_PATHS if self.path.is_relative_to(b))
        return self.path.relative_to(base).as_posix()

    @property
    def is_reference(self) -> bool:
        """Whether it shows `optguide` itself; a section of it may end inside a class."""
        return self.path.is_relative_to(SOURCE)

    @property
    def runs(self) -> str:
        """What runs after the pieces before it: `optguide` from the file's start."""
        return self.copy if self.is_reference else self.code

    def printed_by(self, torch: str) -> str | None:
        """The output on record for a version of torch, ``"2.14.1+cpu"`` say.

        What a release prints differently, later ones print too, up to the next on record.
        """
        here = order(minor(torch))
        known = [each for each in self.others if order(each) <= here]
        return self.others[max(known, key=order)] if known else self.output

    def recorded(self, suffix: str) -> Path:
        """The file beside the example that keeps what it printed or drew."""
        return self.path.with_suffix(suffix)


@dataclass(frozen=True)
class Figure(Segment):
    """A picture that an example drew, and the code, where the page shows it nowhere else.

    Or a diagram of ``docs/LANGUAGE/diagrams``, which no code draws.
    """

    path: Path
    alt: str
    caption: str | None
    example: Example | None = None

    @property
    def is_diagram(self) -> bool:
        """Whether it was drawn by hand, in the language of the page."""
        return self.path.is_relative_to(DOCS)


@dataclass(frozen=True)
class Printed(Segment):
    """What another torch prints for a piece of code that the page shows."""

    path: Path
    section: str | None
    release: str
    text: str


@dataclass(frozen=True)
class Shell(Segment):
    """Commands for a shell."""

    text: str


@dataclass(frozen=True)
class Box(Segment):
    """A box, which may be folded, and what is in it."""

    mark: str
    kind: str
    title: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Table(Segment):
    """Where the tables of what was verified go."""


@dataclass(frozen=True)
class Page:
    """A page in one language."""

    path: Path
    language: str
    meta: dict[str, Any]
    segments: tuple[Segment, ...]

    def walk(self) -> Iterator[Segment]:
        """All segments in order, those in boxes and below figures too."""
        yield from _walk(self.segments)

    @cached_property
    def blocks(self) -> list[Example]:
        """Every piece of code, in the page's order."""
        return [segment for segment in self.walk() if isinstance(segment, Example)]

    @cached_property
    def figures(self) -> list[Figure]:
        """Every picture, in the page's order."""
        return [segment for segment in self.walk() if isinstance(segment, Figure)]

    @cached_property
    def examples(self) -> dict[Path, list[Example]]:
        """The pieces by the file they show, in the page's order."""
        examples: dict[Path, list[Example]] = {}
        for block in self.blocks:
            examples.setdefault(block.path, []).append(block)
        return examples

    @cached_property
    def headings(self) -> list[Heading]:
        """Every heading, in the page's order."""
        return [segment for segment in self.walk() if isinstance(segment, Heading)]

    @property
    def title(self) -> str:
        """The text of the first heading."""
        return self.headings[0].text

    @property
    def name(self) -> str:
        """The page in both languages: ``losses/regression/l1.md``."""
        docs = DOCS / self.language
        here = self.path.relative_to(docs) if self.path.is_relative_to(docs) else None
        return (here or Path(self.path.name)).as_posix()

    @property
    def url(self) -> str:
        """Its address below that of its language: ``losses/regression/l1/``."""
        stem = Path(self.name).with_suffix("").as_posix()
        return "" if stem == "index" else stem.removesuffix("/index") + "/"

    def error(self, line: int, message: str) -> PageError:
        """What is wrong at a line of this page."""
        return PageError(self.path, line, message)


def _walk(segments: Sequence[Segment]) -> Iterator[Segment]:
    for segment in segments:
        yield segment
        if isinstance(segment, Box):
            yield from _walk(segment.segments)
        elif isinstance(segment, Figure) and segment.example:
            yield segment.example


class _Reader:
    """Reads the lines of one page."""

    def __init__(self, path: Path, language: str, meta: dict[str, Any]) -> None:
        self.path, self.language = path, language
        self.citations = Citations(language, meta.get("sources", []))
        #: how far each example has been shown
        self.shown: dict[Path, int] = {}
        #: files that the page includes by a line of their own
        self.included: set[Path] = set()
        #: what other torches print: example and section -> release -> text
        self.others: dict[tuple[Path, str | None], dict[str, str]] = {}

    def error(self, line: int, message: str) -> PageError:
        return PageError(self.path, line, message)

    def first_look(self, lines: Sequence[tuple[int, str]]) -> None:
        """Find what includes there are: a figure's code is folded below it if there is none."""
        for number, line in lines:
            if not (found := _INCLUDE.match(line)):
                continue
            other = _OTHER.match(found["path"])
            if other:
                text = self.text_of(number, found)
                example = SNIPPETS / f"{other['stem']}.py"
                at = self.others.setdefault((example, found["section"]), {})
                at[other["release"]] = text
            else:
                self.included.add(self.file(number, found["path"]))

    def last_look(self, lines: Sequence[tuple[int, str]], page: Page) -> None:
        """See that what other torches print belongs to a block of the page."""
        shown = {(block.path, block.section) for block in page.blocks}
        for number, line in lines:
            found = _INCLUDE.match(line)
            other = _OTHER.match(found["path"]) if found else None
            if found and other:
                at = SNIPPETS / f"{other['stem']}.py", found["section"]
                if at not in shown:
                    name = f"{at[0].name}:{at[1]}" if at[1] else at[0].name
                    raise self.error(number, f"this page has no block {name}")

    def segments(self, lines: Sequence[tuple[int, str]]) -> tuple[Segment, ...]:
        """The segments of some lines: of a page, or of a box."""
        found: list[Segment] = []
        prose: list[tuple[int, str]] = []

        def flush() -> None:
            while prose and not prose[-1][1].strip():
                prose.pop()
            while prose and not prose[0][1].strip():
                del prose[0]
            if prose:
                text = "\n".join(line for _, line in prose)
                found.append(Prose(prose[0][0], "", text))
            prose.clear()

        position = 0
        skip: tuple[int, str] | None = None
        while position < len(lines):
            number, line = lines[position]
            position += 1
            segment: Segment | None = None
            if fence := _FENCE.match(line):
                start = position
                while position < len(lines) and lines[position][1].strip() != "```":
                    position += 1
                if position == len(lines):
                    raise self.error(number, "this fence is never closed")
                body = [text for _, text in lines[start:position]]
                segment = self.fence(number, fence, body)
                position += 1
            elif include := _INCLUDE.match(line):
                segment = self.include(number, include, skip and skip[1])
                skip = None
            elif figure := _FIGURE.match(line):
                segment = self.figure(number, figure)
            elif box := _BOX.match(line):
                width = len(box["indent"]) + 4
                inside = []
                while position < len(lines):
                    n, text = lines[position]
                    if text.strip() and len(text) - len(text.lstrip()) < width:
                        break
                    inside.append((n, text[width:]))
                    position += 1
                segment = Box(
                    number,
                    box["indent"],
                    box["mark"],
                    box["kind"],
                    box["title"],
                    self.segments(inside),
                )
            elif heading := _HEADING.match(line):
                level = len(heading["marks"])
                segment = Heading(number, "", level, heading["text"], heading["id"])
            elif line == VERIFIED:
                segment = Table(number, "")
            elif line == SOURCES:
                segment = Prose(number, "", self.cited(number, line))
            elif line.lstrip().startswith("<!--pytest"):
                mark = _SKIP.match(line.strip())
                if not mark:
                    raise self.error(
                        number, 'a mark is <!--pytest.mark.skip(reason="…")-->'
                    )
                skip = number, mark["reason"]
                continue
            elif "--8<--" in line:
                raise self.error(
                    number,
                    f"not an include: {line.strip()!r}; a line of its own says "
                    '--8<-- "file.py" or --8<-- "file.py:section", and after it "wrong" or '
                    '"right" if the code is a mistake, or avoids one',
                )
            if skip and (segment or line.strip()):
                raise self.error(skip[0], "this mark stands above no example")
            if segment:
                flush()
                found.append(segment)
            else:
                prose.append((number, self.cited(number, line)))
        if skip:
            raise self.error(skip[0], "this mark stands above no example")
        flush()
        return tuple(found)

    def fence(self, number: int, fence: re.Match[str], body: list[str]) -> Segment:
        if fence["mark"] + fence["info"] != "```sh":
            raise self.error(
                number,
                f"unknown fence {fence['mark'] + fence['info']!r}: code is included by a "
                'line of its own, --8<-- "file.py:section"; a fence, ```sh, holds commands '
                "for a shell",
            )
        indent = fence["indent"]
        text = "\n".join(line.removeprefix(indent) for line in body)
        return Shell(number, indent, text)

    def cited(self, number: int, line: str) -> str:
        try:
            return self.citations.expand(line)
        except KeyError as error:
            raise self.error(number, error.args[0]) from None

    def file(self, number: int, name: str) -> Path:
        try:
            return find(name)
        except KeyError as error:
            raise self.error(number, error.args[0]) from None

    def span(self, number: int, path: Path, section: str | None) -> tuple[int, int]:
        try:
            return source(path, self.language).span(section)
        except KeyError as error:
            raise self.error(number, error.args[0]) from None

    def text_of(self, number: int, include: re.Match[str]) -> str:
        """A recorded text that a page includes."""
        path = self.file(number, include["path"])
        return source(path, self.language).text(
            *self.span(number, path, include["section"])
        )

    def include(
        self, number: int, include: re.Match[str], skip: str | None
    ) -> Example | Printed:
        path, section = self.file(number, include["path"]), include["section"]
        if other := _OTHER.match(include["path"]):
            text = self.text_of(number, include)
            return Printed(
                number, include["indent"], path, section, other["release"], text
            )
        if path.suffix != ".py":
            raise self.error(
                number, "an include names a Python file; what it printed follows"
            )
        verdict = include["verdict"]
        return self.example(number, include["indent"], path, section, skip, verdict)

    def example(
        self,
        number: int,
        indent: str,
        path: Path,
        section: str | None,
        skip: str | None = None,
        verdict: str | None = None,
    ) -> Example:
        text = source(path, self.language)
        start, end = self.span(number, path, section)
        code, is_reference = text.text(start, end), path.is_relative_to(SOURCE)
        done = self.shown.get(path, 0)
        if start < done:
            raise self.error(
                number,
                f"sections of {path.name} stand on a page once, in the file's order",
            )
        if is_reference:
            code = short_docstrings(textwrap.dedent(code))
        else:
            for index in range(done, start):
                if text.lines[index].strip():
                    raise PageError(
                        path,
                        text.numbers[index],
                        f"this line is in no section that {shown(self.path)} shows, and "
                        "what comes below it needs it: sections cover an example",
                    )
        self.shown[path] = end
        first = 0 if is_reference else start
        while first < end and not text.lines[first]:
            first += 1
        output = None
        recorded = path.with_suffix(".out")
        if recorded.is_file():
            printed = source(recorded, self.language)
            if section in printed.sections or (section is None and printed.lines):
                output = printed.text(*printed.span(section))
        return Example(
            number,
            indent,
            path,
            section,
            code,
            text.text(0, end),
            output,
            self.others.get((path, section), {}),
            skip,
            verdict,
            tuple(text.numbers[first:end]),
        )

    def figure(self, number: int, figure: re.Match[str]) -> Figure:
        path = SNIPPETS / figure["path"]
        if not figure["alt"].strip():
            raise self.error(number, "a figure needs an alternative text")
        diagram = DOCS / self.language / figure["path"]
        if diagram.is_file():
            return Figure(
                number, figure["indent"], diagram, figure["alt"], figure["caption"]
            )
        code = path.with_suffix(".py")
        if not code.is_file():
            try:
                find(code.relative_to(SNIPPETS).as_posix())
            except KeyError as error:
                raise self.error(number, f"no figure: {error.args[0]}") from None
        example = None
        if code not in self.included:
            example = self.example(number, figure["indent"], code, None)
        return Figure(
            number, figure["indent"], path, figure["alt"], figure["caption"], example
        )


def split_front_matter(text: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """The front matter of a page, and the lines below it with their numbers."""
    lines = list(enumerate(text.split("\n"), 1))
    if lines[0][1] == "---":
        end = next((n for n, line in lines[1:] if line == "---"), 0)
        if end:
            meta = yaml.safe_load("\n".join(line for _, line in lines[1 : end - 1]))
            return meta or {}, lines[end:]
    return {}, lines


def read_page(path: Path, language: str, text: str | None = None) -> Page:
    """Read a page, or a lab.

    Args:
        path: its file; of ``text``, for messages.
        language: whose comments code keeps.
        text: what to read in place of the file.

    Raises:
        PageError: an include, a section, a fence or a mark is not as it must be.
    """
    text = path.read_text("utf-8") if text is None else text
    text = versions.expanded(text, language, path)
    if path.suffix == ".py":
        from optguide_site.read.lab import read_lab

        return read_lab(path, language, text)
    try:
        meta, lines = split_front_matter(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else 1
        raise PageError(path, line, f"front matter: {error.problem}") from None
    lines = [
        (n, made) for n, line in lines for made in glossary.expanded(line, language)
    ]
    reader = _Reader(path, language, meta)
    reader.first_look(lines)
    page = Page(path, language, meta, reader.segments(lines))
    reader.last_look(lines, page)
    if not page.headings or page.headings[0].level != 1:
        raise PageError(path, lines[0][0], "a page begins with a heading, '# Title'")
    return page


def pages(language: str | None = None) -> list[tuple[str, Path]]:
    """Language and path of every page, in a fixed order."""
    return [
        (each, path)
        for each in LANGUAGES
        if language in (None, each)
        for path in sorted((DOCS / each).rglob("*"))
        if path.suffix == ".md" or path.match("labs/*.py")
    ]


def page_names() -> list[str]:
    """Every page, in whatever language it is there: ``losses/regression/l1.md``."""
    return sorted({path.relative_to(DOCS / lang).as_posix() for lang, path in pages()})
