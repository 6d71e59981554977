"""What is changed in the HTML of each page."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from optguide_site.finish.site import NoMatch, Site
from optguide_site.words import words

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
#: The styles and scripts that a page fetches.
_FETCHED = re.compile(
    r'(<link rel="(?:stylesheet|modulepreload)"[^>]*>|<script [^>]*src="[^>]*></script>)\s*'
)
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_NAMELESS = re.compile(r'role="dialog"(?! aria-label)')
_MENU = re.compile(r'aria-labelledby="(__nav_\w+)_label"')
_MENU_TITLE = re.compile(r'<label class="md-nav__title" for="(__nav_\w+)"')
_BUNDLE = re.compile(r'<script (?=src="[^"]*/bundle\.\w+\.min\.js")')
_CHARSET = '<meta charset="utf-8">'


def _each(site: Site, change: Callable[[str, Path], str]) -> None:
    """Change all pages, or none: a page that does not fit raises."""
    site.pages = {path: change(text, path) for path, text in site.pages.items()}


def box_tables(site: Site) -> None:
    """Put each table into the box that the theme's script would put it into.

    A cell of a header that says nothing heads nothing: Markdown knows no other first row.
    """
    box = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    instead = rf'{box}<table class="data">\1</table></div></div>'
    _each(
        site,
        lambda text, _: _TABLE.sub(instead, text).replace("<th></th>", "<td></td>"),
    )


def name_parts(site: Site) -> None:
    """Name what the theme leaves nameless for screen readers: search, parts of the menu.

    A section that is a page too is labelled by an icon; its title is what it should be.
    The keyboard gets into a signature, which may scroll.

    Raises:
        NoMatch: a page has no search, or calls it otherwise.
    """

    def change(text: str, path: Path) -> str:
        search = words(site.language(path))["search"]
        if 'role="dialog"' not in text:
            raise NoMatch(f'no role="dialog" in {path.name}')
        text = text.replace("<pre><span></span><code>", '<pre><code tabindex="0">')
        text = _NAMELESS.sub(rf'\g<0> aria-label="{search}"', text, count=1)
        text = _MENU.sub(r'aria-labelledby="\1_title"', text)
        return _MENU_TITLE.sub(r'\g<0> id="\1_title"', text)

    _each(site, change)


def order_files(site: Site) -> None:
    """Let the first paint wait for no script nor for a style it lacks, no file for another.

    With a policy in the page, a browser does not look ahead for files: it asks for what it has
    parsed, and stops at a script until the styles are there. So files come before all scripts.

    Raises:
        NoMatch: a page has no script of the theme's, or no title.
    """

    def change(text: str, path: Path) -> str:
        text, count = _BUNDLE.subn("<script defer ", text)
        if not count or "</title>" not in text:
            raise NoMatch(f"no bundle.*.min.js, or no title, in {path.name}")
        if 'class="doc ' not in text:
            text = re.sub(r'<link [^>]*_mkdocstrings\.css">', "", text)
        fetched = "".join(_FETCHED.findall(text))
        return _FETCHED.sub("", text).replace("</title>", f"</title>{fetched}", 1)

    _each(site, change)


def set_policy(site: Site) -> None:
    """Let a page load from its own site alone; the theme's inline scripts by their hash.

    Inline style attributes stay allowed: KaTeX places every symbol with one. The author's own
    browser gets a script that reloads pages, which a policy would refuse.

    Raises:
        NoMatch: a page does not say its character set where the policy would follow.
    """
    if site.serving:
        return

    def change(text: str, path: Path) -> str:
        if _CHARSET not in text:
            raise NoMatch(f"no {_CHARSET} in {path.name}")
        scripts = {
            b64encode(sha256(script.encode()).digest()).decode()
            for script in _INLINE_SCRIPT.findall(text)
        }
        hashes = "".join(f" 'sha256-{digest}'" for digest in sorted(scripts))
        inline = " 'unsafe-inline'" if site.inline_styles else ""
        policy = (
            f"default-src 'self'; script-src 'self'{hashes}; style-src 'self'{inline}; "
            "style-src-attr 'unsafe-inline'; img-src 'self' data:"
        )
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        return text.replace(_CHARSET, _CHARSET + meta, 1)

    _each(site, change)
