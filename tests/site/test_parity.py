"""Both languages say the same: same pages, same skeleton, same code, same formulas and links."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import Tag

from optguide_site.page import Page
from tests.support.pages import CJK, DOCS, LANGUAGES, NAMES, ONE_BY_ONE, article

#: Elements that hold one paragraph's worth of text.
LEAVES = ("h1", "h2", "h3", "h4", "p", "li", "th", "td", "summary", "figcaption")


@pytest.mark.parametrize("name", NAMES)
def test_page_exists_in_both_languages(name: str) -> None:
    for language in LANGUAGES:
        assert (DOCS / language / name).is_file(), f"docs/{language}/{name} is missing"


def elements(root: Tag) -> Iterator[Tag]:
    """All elements, in order, without what code, formulas and pictures are made of."""
    for tag in root.find_all(True, recursive=False):
        yield tag
        if tag.name not in ("code", "svg") and "katex" not in (tag.get("class") or ()):
            yield from elements(tag)


def skeleton(root: Tag) -> Iterator[tuple[str, ...]]:
    """What both languages must have in common, element by element, in order."""
    for tag in elements(root):
        classes = list(tag.get("class") or ())
        if tag.name in ("h1", "h2", "h3", "h4"):
            yield tag.name, str(tag.get("id"))
        elif tag.name in (
            "p",
            "li",
            "tr",
            "th",
            "td",
            "details",
            "figure",
            "figcaption",
            "table",
        ):
            yield tag.name, *(c for c in classes if c != "plot")
        elif "admonition" in classes:
            yield "admonition", *classes
        elif "language-python" in classes:
            yield "python", str(tag.get("data-example")), str(tag.get("data-no-run"))
        elif "output" in classes:
            yield "output", tag.get_text()
        if tag.name in LEAVES:
            yield "formulas", *sorted(a.get_text() for a in tag.find_all("annotation"))
            yield "links", *sorted(Counter(links(tag)).elements())
        if tag.name == "div" and "math" in classes:
            annotation = tag.find("annotation")
            assert annotation
            yield "formula", annotation.get_text()


def links(tag: Tag) -> list[str]:
    return [
        str(a["href"]).replace("/en/", "/")
        for a in tag.find_all("a", class_=lambda c: c != "headerlink")
        if a.get("href")
    ]


@ONE_BY_ONE
def test_same_skeleton(site: Path, name: str) -> None:
    zh, en = (list(skeleton(article(site, language, name))) for language in LANGUAGES)
    heading = "the top"
    for a, b in zip(zh, en, strict=False):
        assert a == b, f"{name}, below {heading}: Chinese has {a}, English has {b}"
        heading = "#" + a[1] if a[0].startswith("h") else heading
    assert len(zh) == len(en), (
        f"{name}: one language goes on: {(zh + en)[min(len(zh), len(en))]}"
    )


@ONE_BY_ONE
def test_headings_name_their_id(site: Path, name: str) -> None:
    text = (DOCS / "zh" / name).read_text("utf-8")
    for language in LANGUAGES:
        for heading in article(site, language, name).find_all(["h2", "h3", "h4"]):
            if "doc-heading" in (heading.get("class") or ()):
                continue  # mkdocstrings names it after the object
            assert f"{{ #{heading.get('id')} }}" in text, (
                f"{name}: {heading.get_text()!r} has no id"
            )


@pytest.mark.parametrize("name", NAMES)
def test_same_code(name: str) -> None:
    zh, en = (Page.read(DOCS / language / name, language) for language in LANGUAGES)
    for a, b in zip(zh.blocks, en.blocks, strict=True):
        assert ast.dump(ast.parse(a.run)) == ast.dump(ast.parse(b.run)), (
            f"{name}: {a.name}"
        )


@ONE_BY_ONE
def test_each_paragraph_is_in_its_language(site: Path, name: str) -> None:
    """No paragraph of one language in the other: names, numbers and code aside."""
    for paragraph in article(site, "en", name).find_all(LEAVES):
        text = prose(paragraph)
        assert not CJK.search(text), f"docs/en/{name}: {text!r}"
    for paragraph in article(site, "zh", name).find_all("p"):
        if paragraph.find_parent(class_="doc-contents"):
            continue  # the docstrings of `optguide` are English
        words = re.findall(r"[A-Za-z]{2,}", prose(paragraph))
        assert len(words) < 8 or CJK.search(prose(paragraph)), (
            f"docs/zh/{name}: {prose(paragraph)!r}"
        )


def prose(paragraph: Tag) -> str:
    """The text without code, formulas and pictures."""
    left_out = [paragraph.find_all(["code", "pre", "svg", "figure", "a"])]
    left_out.append(paragraph.find_all(class_="math"))
    inside = {id(text) for found in left_out for tag in found for text in tag.strings}
    return "".join(text for text in paragraph.strings if id(text) not in inside)


TYPOGRAPHY = {
    "a space between Chinese and Latin, digits or code": re.compile(
        r"[\u3400-\u9fff][A-Za-z0-9`$]|[A-Za-z0-9`$][\u3400-\u9fff]"
    ),
    "full-width punctuation in Chinese": re.compile(
        r"[\u3400-\u9fff][,;:!?](?:\s|$)|[\u3400-\u9fff]\.(?:\s|$)"
    ),
    "no bold that ends in punctuation": re.compile(
        r"\*\*[^*]+[，。：；！？、）]\*\*(?=[\u3400-\u9fff])"
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_chinese_typography(name: str) -> None:
    page = Page.read(DOCS / "zh" / name, "zh")
    code = {n for fence in page.fences for n in range(fence.line, fence.end + 1)}
    for number, line in enumerate(page.lines, 1):
        if number in code:
            continue
        line = re.sub(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", line)
        for rule, wrong in TYPOGRAPHY.items():
            found = wrong.search(line)
            assert not found, (
                f"docs/zh/{name}:{number}: {rule}: {line[max(0, found.start() - 8) : found.end() + 8]!r}"
            )
