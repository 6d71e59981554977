"""The pages of the site: what they are called, where they are, and what they hold."""

import re
from functools import cache, lru_cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from optguide_site.project import DOCS, LANGUAGES
from optguide_site.read.page import Page, page_names, read_page
from optguide_site.run import lab, record

#: Pages and labs, as they are called in the folder of either language.
NAMES = page_names()
LABS = [name for name in NAMES if name.endswith(".py")]
#: All tests of a page, then those of the next: pytest orders by what has a wider scope.
ONE_BY_ONE = pytest.mark.parametrize("name", NAMES, scope="module")
CJK = re.compile(r"[\u3400-\u9fff]")
#: Where a language begins, below the address of the site.
PREFIX = {"zh": "", "en": "en/"}


@cache
def read(language: str, name: str) -> Page:
    """A page as it is written; a lab without outputs."""
    return read_page(DOCS / language / name, language)


@cache
def shown(language: str, name: str) -> Page:
    """A page as it is shown; a lab with its outputs, run if need be."""
    page = read(language, name)
    if name not in LABS:
        return page
    chinese = read("zh", name)  # the cells are the same
    return (lab.kept(chinese) or lab.run(chinese)).applied_to(page)


@cache
def digest(name: str) -> str:
    """Changes with the code of a page, what that imports, and what is on record for it."""
    return record.digest(read("en", name))


def url(language: str, name: str) -> str:
    """Where a page is, below the address of the site."""
    return PREFIX[language] + re.sub(r"((^|/)index)?\.(md|py)$", "/", name).lstrip("/")


URLS = [url(language, name) for language in LANGUAGES for name in NAMES]


@lru_cache(maxsize=4)  # tests of one page follow each other: see ONE_BY_ONE
def article(site: Path, language: str, name: str) -> Tag:
    """What a built page says: without the theme around it."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    html = html[html.index("<article") : html.rindex("</article>")]
    found = BeautifulSoup(html, "html.parser").find("article")
    assert isinstance(found, Tag)
    return found
