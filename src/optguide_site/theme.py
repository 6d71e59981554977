"""What the theme's own files cost every reader, changed while the site is built.

A browser styles the whole page anew, all of its thousands of elements, where the theme

- announces that it switches colours, so that nothing fades then,
- says in a ``<meta>`` which scheme is on (``site.css`` says it),
- puts a table that has no class into a box that scrolls (`with_boxes` does it).

On the longest page that was more than half of the time that style and layout took. And it
goes about each block of code, for what `optguide_site.markdown` writes into the HTML.

Its parts (search, header, table of contents and so on) all start in one piece, in which the
browser neither paints nor answers. Here each starts in a task of its own.
"""

from __future__ import annotations

import re

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

#: A file of the theme, what is written there, and what takes its place.
CHANGES = (
    (
        r"assets/stylesheets/palette\.\w+\.min\.css",
        r"\[data-md-color-switching\] [^{}]*\{[^{}]*\}",
        "",
    ),
    (r"assets/javascripts/bundle\.\w+\.min\.js", r'name:"color-scheme"', 'name:"scheme"'),
    (
        r"assets/javascripts/bundle\.\w+\.min\.js",
        r'"pre:not\(\.mermaid\) > code"',
        '"pre.none > code"',
    ),
    # RxJS' defer, and beside it one that waits: for each element what `start` makes of it.
    (
        r"assets/javascripts/bundle\.\w+\.min\.js",
        r"function \w+\(e\)\{return new (\w+)\(function\(t\)\{\w+\(e\(\)\)\.subscribe\(t\)\}\)\}"
        r"(?!function later)",
        r"\g<0>function later(elements,start){return elements.map(e=>new \1(to=>{setTimeout("
        r"()=>{if(!to.closed)to.add(start(e).subscribe(to))})}))}",
    ),
    (
        r"assets/javascripts/bundle\.\w+\.min\.js",
        r'\.\.\.(\w+\("[\w-]+"\))\.map\(',
        r"...later(\1,",
    ),
    (r"assets/stylesheets/main\.\w+\.min\.css", r"table:not\(\[class\]\)", "table.data"),
)  # fmt: skip


def change(files: Files) -> None:
    """Let the site have the theme's files with `CHANGES`.

    Raises:
        PluginError: the theme is another, and nothing is there to change.
    """
    for name, written, instead in CHANGES:
        found = [file for file in files if re.fullmatch(name, file.src_uri)]
        text, count = "", 0
        if len(found) == 1:
            text, count = re.subn(written, instead, found[0].content_string)
        if not count:
            raise PluginError(
                f"{__file__}: the theme has no {written} in {name}; has it been updated?"
            )
        found[0].content_string = text


def with_boxes(html: str) -> str:
    """Put each table into the box that the theme's script would put it into."""
    box = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    instead = rf'{box}<table class="data">\1</table></div></div>'
    return re.sub(r"<table>(.*?)</table>", instead, html, flags=re.DOTALL)
