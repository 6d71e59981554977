"""The pages of the site: what they are called, where they are, and what they hold."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from optguide_site.page import LANGUAGES, ROOT, Block, Page, pages

__all__ = ["CJK", "DOCS", "LANGUAGES", "NAMES", "ONE_BY_ONE", "ROOT", "URLS"]

DOCS = ROOT / "docs"
#: Pages and labs, as they are called in the folder of either language.
NAMES = sorted({path.relative_to(DOCS / lang).as_posix() for lang, path in pages()})
#: All tests of a page, then those of the next: pytest orders by what has a wider scope.
ONE_BY_ONE = pytest.mark.parametrize("name", NAMES, scope="module")
CJK = re.compile(r"[\u3400-\u9fff]")
#: Where a language begins, below the address of the site.
PREFIX = {"zh": "", "en": "en/"}


def url(language: str, name: str) -> str:
    """Where a page is, below the address of the site."""
    return PREFIX[language] + re.sub(r"((^|/)index)?\.(md|py)$", "/", name).lstrip("/")


URLS = [url(language, name) for language in LANGUAGES for name in NAMES]


def blocks(language: str, name: str) -> list[Block]:
    """The Python of a page."""
    return Page.read(DOCS / language / name, language).blocks


@lru_cache(maxsize=4)  # tests of one page follow each other: see ONE_BY_ONE
def article(site: Path, language: str, name: str) -> Tag:
    """What a built page says: without the theme around it."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    html = html[html.index("<article") : html.rindex("</article>")]
    found = BeautifulSoup(html, "html.parser").find("article")
    assert isinstance(found, Tag)
    return found
