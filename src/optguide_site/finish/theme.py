"""What the theme's own files cost every reader, changed while the site is built.

A browser styles the whole page anew, all of its thousands of elements, where the theme

- announces that it switches colours, so that nothing fades then,
- says in a ``<meta>`` which scheme is on (``site.css`` says it),
- puts a table that has no class into a box that scrolls (`html.box_tables` does it).

On the longest page that was more than half of the time that style and layout took. And it
goes about each block of code, for what `optguide_site.extend.code` writes into the HTML.

Its parts (search, header, table of contents and so on) all start in one piece, in which the
browser neither paints nor answers. Here each starts in a task of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

from optguide_site.finish.site import NoMatch, Site
from optguide_site.project import LANGUAGES

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


def lighten(site: Site) -> None:
    """Change the theme's files as `CHANGES` says, in both languages.

    Raises:
        NoMatch: the theme is another, and something is not there to change.
    """
    lost = []
    for language in LANGUAGES:
        for name, written, instead in CHANGES:
            root = site.root(language)
            found = [path for path in root.glob("assets/*/*") if _is(path, root, name)]
            text = found[0].read_text("utf-8") if len(found) == 1 else ""
            changed, count = re.subn(written, instead, text)
            if count:
                found[0].write_text(changed, "utf-8")
            elif not site.is_partial:  # there it was changed before
                lost.append(f"no {written} in {name}")
    if lost:
        raise NoMatch("; ".join(dict.fromkeys(lost)))


def _is(path: Path, root: Path, name: str) -> bool:
    return bool(re.fullmatch(name, path.relative_to(root).as_posix()))
