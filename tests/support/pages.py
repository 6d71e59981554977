"""The pages of the site: what they are called, where they are, and what they hold."""

import os
import re
from functools import cache, lru_cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from optguide_site.prepare import PREFIX
from optguide_site.project import DOCS, LANGUAGES, SNIPPETS
from optguide_site.read import cite, glossary
from optguide_site.read.page import Page, page_names, read_page
from optguide_site.read.source import PageError
from optguide_site.read.versions import LEDGER
from optguide_site.run import lab, record

#: The one page whose tests are to run, if there is one: ``losses/regression/l1``.
PAGE = re.sub(r"\.(md|py)$", "", os.environ.get("OPTGUIDE_PAGE", ""))
#: Pages and labs, as they are called in the folder of either language.
NAMES = [name for name in page_names() if PAGE in ("", name.rpartition(".")[0])]
LABS = [name for name in NAMES if name.endswith(".py")]
#: What stands around the pages: where it changes, every page does.
FRAME = (
    *("overrides", "src", "mkdocs.yml", "mkdocs.en.yml"),
    *("constraints.txt", "package-lock.json"),
)
CJK = re.compile(r"[\u3400-\u9fff]")


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


def bindings(name: str) -> Path:
    """The file that says what the symbols in the formulas of a page stand for."""
    return SNIPPETS / re.sub(r"(/index)?\.(md|py)$", "", name) / "formulas.py"


@cache
def facts(name: str) -> str:
    """Changes with the text of a page in either language, its code, and what is on record.

    And with the lists of what pages cite: their text is part of each page.
    """
    pages = [DOCS / language / name for language in LANGUAGES]
    paths = [*cite.FILES, *pages, bindings(name)]
    if name == glossary.PAGE:
        paths += [glossary.TERMS, glossary.SYMBOLS]
    texts = [path.read_text("utf-8") for path in paths if path.is_file()]
    try:
        return "\0".join([*texts, LEDGER.read_text("utf-8"), digest(name)])
    except (PageError, OSError):  # test_page_reads reports it
        return "\0".join(texts)


def _of_page(name: str, reads: tuple[str, ...]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.content(facts(name)), pytest.mark.reads(*reads)]


def each_name(
    reads: tuple[str, ...] = ("src/optguide_site",),
) -> pytest.MarkDecorator:
    """One case for each page: it depends on the page, and on what is given.

    All tests of a page, then those of the next: pytest orders by what has a wider scope.
    """
    cases = [pytest.param(name, id=name, marks=_of_page(name, reads)) for name in NAMES]
    return pytest.mark.parametrize("name", cases, scope="module")


def each_page(reads: tuple[str, ...] = FRAME) -> pytest.MarkDecorator:
    """One case for each page in each language, as `each_name`."""
    cases = [
        pytest.param(
            language,
            name,
            id=f"{language}-{name}",
            marks=_of_page(name, reads),
        )
        for language in LANGUAGES
        for name in NAMES
    ]
    return pytest.mark.parametrize(("language", "name"), cases)


def url(language: str, name: str) -> str:
    """Where a page is, below the address of the site."""
    return PREFIX[language] + re.sub(r"((^|/)index)?\.(md|py)$", "/", name).lstrip("/")


URLS = [url(language, name) for language in LANGUAGES for name in NAMES]


@lru_cache(maxsize=4)  # tests of one page follow each other: see each_name
def article(site: Path, language: str, name: str) -> Tag:
    """What a built page says: without the theme around it."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    html = html[html.index("<article") : html.rindex("</article>")]
    found = BeautifulSoup(html, "html.parser").find("article")
    assert isinstance(found, Tag)
    return found
