"""A page as plain Markdown: code, outputs and tables in place, nothing left to include.

`for_builder` writes what MkDocs, or another builder, makes a site of; `for_reader` what is
offered beside the page, and what ``llms-full.txt`` consists of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from posixpath import relpath
from urllib.parse import urljoin

import yaml

from optguide_site.project import SNIPPETS
from optguide_site.read.page import (
    Box,
    Example,
    Figure,
    Heading,
    Page,
    Printed,
    Prose,
    Segment,
    Shell,
    Table,
)
from optguide_site.words import words

EXPECTED = "<!--pytest-codeblocks:expected-output-->"
#: A link to another page of the guide, or to a lab.
LINK = re.compile(
    r"\]\((?!\w+:)(?P<path>[^)\s]*?)(?P<name>\w+)\.(?P<kind>md|py)(?P<id>#[\w-]+)?\)"
)


def fence(language: str, text: str) -> list[str]:
    """A fenced block, with more backquotes than its text has in a row."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    return [mark + language, *text.strip("\n").split("\n"), mark]


def figure_file(figure: Figure) -> str:
    """Where the tree has a figure: ``figures/losses/regression/l1/curve.svg``."""
    if figure.path.is_relative_to(SNIPPETS):
        return f"figures/{figure.path.relative_to(SNIPPETS).as_posix()}"
    if figure.is_diagram:
        return f"figures/diagrams/{figure.path.name}"
    lab, cell = figure.path.parent.parent.name, figure.path.name
    return f"figures/labs/{lab}/{cell}"


def for_builder(
    page: Page,
    meta: dict[str, object],
    table: str = "",
    prose: Mapping[Prose, str] | None = None,
) -> str:
    """The page for a site builder.

    Marks above code say what it shows, for `optguide_site.extend.code`::

        <!--example losses/regression/l1/by_hand.py:mean-->
        <!--example losses/regression/l1/broadcast.py:surprise wrong-->

    Args:
        page: the page; a lab with its outputs.
        meta: its front matter.
        table: what stands where the page has its table of what was verified.
        prose: what stands in place of prose, see `optguide_site.write.terms`.
    """
    instead = prose or {}
    here = page.name.rpartition("/")[0] or "."

    def link(found: re.Match[str]) -> str:
        kind = "ipynb" if found["kind"] == "py" else found["kind"]
        return f"]({found['path']}{found['name']}.{kind}{found['id'] or ''})"

    def code(example: Example, kind: str = "example") -> list[str]:
        verdict = f" {example.verdict}" if example.verdict else ""
        lines = [f"<!--{kind} {example.name}{verdict}-->"]
        if example.skip:
            lines.append(f'<!--pytest.mark.skip(reason="{example.skip}")-->')
        lines += fence("python", example.code)
        if example.output:
            lines += ["", EXPECTED, *fence("text", example.output)]
        return lines

    def written(segment: Segment) -> list[str]:
        match segment:
            case Prose():
                text = instead.get(segment, segment.text)
                return LINK.sub(link, text).split("\n")
            case Heading():
                mark = f" {{ #{segment.id} }}" if segment.id else ""
                return [f"{'#' * segment.level} {segment.text}{mark}"]
            case Example():
                drawn = segment.path.with_suffix(".svg") in drawings
                return code(segment, "figure" if drawn else "example")
            case Figure():
                where = relpath(figure_file(segment), here)
                caption = f' "{segment.caption}"' if segment.caption else ""
                lines = [f"![{segment.alt}]({where}{caption})"]
                if segment.example:
                    title = words(page.language)["figure_code"]
                    lines += ["", f'??? note "{title}"', ""]
                    lines += _indented(code(segment.example, "figure"), "    ")
                return lines
            case Printed():
                return fence("text", segment.text)
            case Shell():
                return fence("sh", segment.text)
            case Box():
                inside = _indented(all_of(segment.segments), "    ")
                return [f'{segment.mark} {segment.kind} "{segment.title}"', "", *inside]
            case Table():
                rows = LINK.sub(link, table).split("\n")
                return ['<div class="verified" markdown>', "", *rows, "", "</div>"]
        raise TypeError(segment)

    def all_of(segments: Sequence[Segment]) -> list[str]:
        lines: list[str] = []
        for segment in segments:
            lines += [*_indented(written(segment), segment.indent), ""]
        return lines[:-1]

    drawings = {figure.path for figure in page.figures}
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
    return "\n".join(["---", front + "---", "", *all_of(page.segments)]).rstrip() + "\n"


def _indented(lines: Iterable[str], width: str) -> list[str]:
    """Lines further in; blank ones too in a fence, as pytest-codeblocks cuts what is there."""
    found, mark = [], ""
    for line in lines:
        found.append(width + line if line or mark else "")
        edge = re.match(r" *(`{3,})", line)
        if edge and mark in ("", edge[1]):
            mark = "" if mark else edge[1]
    return found


def for_reader(page: Page, address: str, table: str = "") -> str:
    """The page for somebody, or something, that reads Markdown.

    Boxes are open, links and pictures have their full address.

    Args:
        page: the page; a lab with its outputs.
        address: the address of the language's site.
        table: what stands where the page has its table of what was verified.
    """
    parts: list[str] = []
    for segment in flat(page.segments):
        match segment:
            case Prose():
                parts.append(reader_prose(segment.text, page, address))
            case Heading():
                parts.append(f"{'#' * segment.level} {segment.text}")
            case Example():
                if segment.verdict:
                    parts.append(f"**{words(page.language)[segment.verdict]}**")
                parts.append("\n".join(fence("python", segment.code)))
                if segment.output:
                    parts.append("\n".join(fence("text", segment.output)))
            case Figure():
                where = urljoin(address, figure_file(segment))
                parts.append(f"![{segment.alt}]({where})")
                if segment.caption:
                    parts.append(f"*{segment.caption}*")
            case Printed():
                parts.append("\n".join(fence("text", segment.text)))
            case Shell():
                parts.append("\n".join(fence("sh", segment.text)))
            case Box():
                parts.append(f"**{segment.title}**")
            case Table():
                parts.append(reader_prose(table, page, address))
    return "\n\n".join(parts) + "\n"


def flat(segments: Sequence[Segment]) -> Iterable[Segment]:
    """All segments in order: what is in a box comes after it."""
    for segment in segments:
        yield segment
        if isinstance(segment, Box):
            yield from flat(segment.segments)


def reader_prose(text: str, page: Page, address: str) -> str:
    """Prose with links that lead to the site."""
    folder = page.name.rpartition("/")[0]
    base = urljoin(address, f"{folder}/" if folder else "")

    def link(found: re.Match[str]) -> str:
        name = "" if found["name"] == "index" else f"{found['name']}/"
        return f"]({urljoin(base, found['path'] + name)}{found['id'] or ''})"

    return LINK.sub(link, text)
