"""What search engines and other sites read of a page: language, twins, description."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from optguide_site.prepare import PREFIX
from optguide_site.project import LANGUAGES
from optguide_site.words import words
from tests.support.pages import NAMES, each_page, url

NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def twins(address: str, name: str) -> dict[str, str]:
    """hreflang -> address, as every page and the sitemap have to say."""
    return {
        "zh": address + url("zh", name),
        "en": address + url("en", name),
        "x-default": address + url("zh", name),
    }


def head(site: Path, language: str, name: str) -> Tag:
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    found = BeautifulSoup(html.partition("<body")[0], "html.parser").find("head")
    assert isinstance(found, Tag)
    return found


def content(head: Tag, **attributes: Any) -> str:
    (meta,) = head.find_all("meta", attrs=attributes)
    return str(meta["content"])


@each_page()
def test_head(site: Path, address: str, language: str, name: str) -> None:
    found = head(site, language, name)
    links = found.find_all("link", hreflang=True)
    assert {str(a["hreflang"]): str(a["href"]) for a in links} == twins(address, name)
    assert len(links) == 3
    (canonical,) = found.find_all("link", rel="canonical")
    assert canonical["href"] == twins(address, name)[language]
    description = content(found, name="description")
    assert len(description) > 10
    assert content(found, property="og:description") == description
    assert content(found, property="og:url") == canonical["href"]
    assert content(found, property="og:title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_are_each_pages_own(site: Path, language: str) -> None:
    texts = [content(head(site, language, name), name="description") for name in NAMES]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sitemap_names_the_twins(site: Path, address: str, language: str) -> None:
    tree = ElementTree.parse(site / PREFIX[language] / "sitemap.xml")
    found = {
        str(entry.findtext("s:loc", namespaces=NAMESPACES)): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in entry.findall("x:link", NAMESPACES)
        }
        for entry in tree.getroot().findall("s:url", NAMESPACES)
    }
    expected = [twins(address, name) for name in NAMES]
    assert found == {alternates[language]: alternates for alternates in expected}


@pytest.mark.parametrize("language", LANGUAGES)
def test_404_leads_home_in_both_languages(
    site: Path, address: str, language: str
) -> None:
    soup = BeautifulSoup(
        (site / PREFIX[language] / "404.html").read_text("utf-8"), "html.parser"
    )
    links = {str(a["href"]) for a in soup.select("article a")}
    assert {address, f"{address}en/"} <= links


@each_page()
def test_policy_allows_the_site_alone(site: Path, language: str, name: str) -> None:
    policy = content(
        head(site, language, name), **{"http-equiv": "Content-Security-Policy"}
    )
    assert "default-src 'self';" in policy
    assert not re.search(r"https?:|\*|unsafe-eval|script-src[^;]*unsafe", policy)


@each_page()
def test_files_are_named_before_any_script(
    site: Path, language: str, name: str
) -> None:
    """A script stops the parser, and with a policy nothing else looks for files."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    soup = BeautifulSoup(html, "html.parser")
    found = soup.select("link[rel=stylesheet], link[rel=modulepreload], script")
    fetches = [bool(tag.get("src") or tag.get("href")) for tag in found]
    assert fetches == sorted(fetches, reverse=True)
    assert sum(fetches) >= 5
    assert all(
        tag.has_attr("defer") or tag.get("type") == "module"
        for tag in soup.select("script[src]")
    )


@each_page()
def test_the_search_has_a_name(site: Path, language: str, name: str) -> None:
    """For screen readers: the theme leaves it nameless."""
    html = (site / url(language, name) / "index.html").read_text("utf-8")
    label = words(language)["search"]
    assert html.count(f'role="dialog" aria-label="{label}"') == 1
