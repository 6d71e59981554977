"""KaTeX's fonts, cut down to what the formulas of the site are made of."""

from __future__ import annotations

import html
import re

from fontTools import subset

from optguide_site.finish.site import NoMatch, Site
from optguide_site.project import LANGUAGES

_SHOWN = re.compile(r'<span class="katex-html" aria-hidden="true">')
_PART = re.compile(r"<(/?)span\b[^>]*?(/?)>|([^<]+)|<[^>]*>")


def cut(site: Site) -> None:
    """Leave of each WOFF2 font the glyphs of the formulas on all pages.

    While an author writes, the next page may need another character; so where only a part
    of the pages is new, the fonts stay.

    Raises:
        NoMatch: no page has a formula.
    """
    if site.serving or site.is_partial:
        return
    characters = {c for text in site.pages.values() for c in formula_characters(text)}
    if not characters:
        raise NoMatch("no page has a formula of KaTeX's")
    for language in LANGUAGES:
        for path in sorted(site.root(language).glob("assets/katex/fonts/*.woff2")):
            options = subset.Options(flavor="woff2", notdef_outline=True)
            with subset.load_font(str(path), options) as font:
                subsetter = subset.Subsetter(options)
                subsetter.populate(text="".join(sorted(characters)))
                subsetter.subset(font)
                subset.save_font(font, str(path), options)


def formula_characters(page: str) -> set[str]:
    """What is set in KaTeX's fonts on a page."""
    found: set[str] = set()
    for start in _SHOWN.finditer(page):
        depth = 1
        for part in _PART.finditer(page, start.end()):
            if part[3]:
                found.update(html.unescape(part[3]))
            elif part[0].startswith(("<span", "</span")):
                depth += -1 if part[1] else 1
                if not depth:
                    break
    return found
