"""The glossary: its data, its page, and the terms that other pages mark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from optguide_site.project import DOCS, LANGUAGES
from optguide_site.read import glossary
from optguide_site.read.page import Box, Heading, Page, Prose, read_page
from optguide_site.read.source import PageError
from optguide_site.write.terms import MOST, Terms
from tests.support.browser import PHONE, resize, search, visit
from tests.support.pages import CJK, FRAME, NAMES, article, each_page, read, url

TERMS = {language: glossary.terms(language) for language in LANGUAGES}
#: A page that marks terms, and one of them.
PAGE, TERM = "losses/regression/huber.md", "gradient"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_is_complete(language: str) -> None:
    """Names are unique, definitions are sentences in their language, pages are there."""
    words = [word.lower() for term in TERMS[language] for word in term.words]
    assert sorted(words) == sorted(set(words))
    for term in TERMS[language]:
        where = f"docs/glossary.yml, {term.id}: {term.means}"
        assert term.means.endswith("。" if language == "zh" else "."), where
        assert bool(CJK.search(term.means)) == (language == "zh"), where
        assert not re.search(r'["$|<>\[\]]', term.means), (
            f"{where}: it stands in a title"
        )
        assert len(term.means) < (100 if language == "zh" else 240), (
            f"{where}: too long"
        )
        assert (DOCS / language / term.page.split("#")[0]).is_file(), where


def texts(page: Page) -> Iterator[str]:
    yield from map(str, page.meta.get("tags", ()))
    for segment in page.walk():
        if isinstance(segment, Prose | Heading):
            yield segment.text
        elif isinstance(segment, Box):
            yield segment.title


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.reads("docs", "src/optguide_site")
def test_each_term_is_used(language: str) -> None:
    """Some page besides the glossary has it, by one of its names."""
    everything = "\n".join(
        text.lower()
        for name in NAMES
        if name != glossary.PAGE
        for text in texts(read(language, name))
    )
    for term in TERMS[language]:
        assert any(word.lower() in everything for word in term.words), (
            f"docs/glossary.yml, {term.id}: no page uses it"
        )


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yml"
    path.write_text(
        "# terms\nloss:\n  page: index.md\n  zh: {name: 损失, means: 一个数。}\n"
    )
    with pytest.raises(PageError, match=r"glossary\.yml:2: loss has no 'en'"):
        glossary.terms("zh", path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_sorted(language: str) -> None:
    headings = [h for h in read(language, glossary.PAGE).headings if h.level == 3]
    names = [term.name.lower() for term in sorted(TERMS[language], key=glossary.order)]
    assert [h.text.lower().split(" (")[0].split("（")[0] for h in headings] == names
    if language == "zh":
        assert names.index("闭包") < names.index("发散") < names.index("正则化")


EXAMPLES = {
    "en": (
        "The `gradient` and [gradients](a.md) of $gradient$.\n\n"
        "| Gradient | other |\n|---|---|\n| 1 | gradients |\n\nA gradient.",
        "| 1 | [gradients]",
    ),
    "zh": ("一次梯度不是次梯度，动量缓冲也不是动量，`梯度` 不算。", "不是[次梯度]"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_use_in_prose_is_marked(language: str) -> None:
    """No code, no link, no formula, no first row of a table; whole words, the longest."""
    text, expected = EXAMPLES[language]
    page = read_page(
        DOCS / language / "optim/new.md",
        language,
        f"# 梯度 gradient {{ #gradient }}\n\n{text}\n\n## Sources {{ #sources }}\n\nmomentum 动量\n",
    )
    terms = Terms(TERMS[language])
    used = terms.used(page)
    (marked,) = terms.marked(page, terms.chosen(page, used)).values()
    assert expected in marked
    assert marked.count("{ .term }") == len(used)
    if language == "zh":
        assert used == {"subgradient", "momentum-buffer", "momentum"}
        assert "[动量缓冲](../glossary.md#momentum-buffer " in marked
    else:
        assert used == {"gradient"}


def test_the_rarest_are_marked() -> None:
    terms = Terms(TERMS["en"])
    page = read("en", PAGE)
    terms.pages.update({term.id: 5 for term in TERMS["en"]} | {"margin": 1})
    chosen = terms.chosen(page, terms.terms)
    assert len(chosen) == MOST
    assert "margin" in chosen
    explained = [term.id for term in TERMS["en"] if term.page.split("#")[0] == PAGE]
    assert not chosen & set(explained)


@each_page(reads=(*FRAME, "docs/glossary.yml"))
@pytest.mark.builds_site
def test_marked_terms_lead_to_the_glossary(
    site: Path, language: str, name: str
) -> None:
    """Each term once, at most `MOST`, with what it means; never in a heading, nor at home."""
    found = article(site, language, name).select("a.term")
    means = {term.id: term.means.replace("`", "") for term in TERMS[language]}
    ids = [str(link["href"]).split("#")[1] for link in found]
    assert len(ids) == len(set(ids)) <= MOST
    for link, term in zip(found, ids, strict=True):
        assert link["title"] == means[term]
        assert not link.find_parents(["h1", "h2", "h3", "h4", "th", "a", "details"])
        assert str(link["href"]).endswith(f"glossary/#{term}")
    if name == glossary.PAGE:
        assert not found


@pytest.fixture
def term(tab: Tab) -> Tab:
    """A page with terms, its first one on the screen."""
    visit(tab, url("en", PAGE))
    tab.locator(f"a.term[href$='#{TERM}']").scroll_into_view_if_needed()
    return tab


def test_pointer_and_keyboard_show_a_term(term: Tab) -> None:
    link, box = term.locator(f"a.term[href$='#{TERM}']"), term.get_by_role("tooltip")
    means = next(t.means for t in TERMS["en"] if t.id == TERM)
    before = link.bounding_box()
    expect(box).to_be_hidden()
    link.hover()
    expect(box).to_have_text(means)
    expect(box).to_be_in_viewport(ratio=1)
    expect(link).to_have_attribute("aria-describedby", "__term")
    assert link.bounding_box() == before  # nothing moves
    box.hover()  # and it stays
    term.wait_for_timeout(300)
    expect(box).to_be_visible()
    term.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(link).to_have_attribute("title", means)

    term.mouse.move(0, 0)
    term.evaluate("document.activeElement.blur()")
    link.evaluate("link => link.focus({ focusVisible: true })")
    expect(box).to_be_visible()
    term.keyboard.press("Tab")
    expect(box).to_be_hidden()


def test_a_tap_shows_a_term_and_a_second_follows_it(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, has_touch=True)
    tab = context.new_page()
    resize(tab, PHONE)
    visit(tab, url("zh", PAGE))
    link, box = tab.locator(f"a.term[href$='#{TERM}']"), tab.get_by_role("tooltip")
    link.tap()
    expect(box).to_be_visible()
    expect(box).to_be_in_viewport(ratio=1)
    tab.locator("h1").tap()
    expect(box).to_be_hidden()
    link.tap()
    link.tap()
    tab.wait_for_url(f"{address}glossary/#{TERM}")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_each_term(tab: Tab, address: str, language: str) -> None:
    """Of a Chinese word that some page has as a tag, the theme finds that page alone."""
    visit(tab, address + url(language, "index.md"))
    tab.locator(".md-search__input").click()
    there = address + url(language, glossary.PAGE)
    tags = {tag for name in NAMES for tag in read(language, name).meta.get("tags", ())}
    for term in TERMS[language]:
        found = search(tab, term.name)
        assert there in found or (language == "zh" and term.name in tags), term.name
