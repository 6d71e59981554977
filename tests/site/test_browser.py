"""The built site in a real browser: Playwright drives Debian's chromium."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from optguide_site.prepare import PREFIX
from optguide_site.project import DOCS, LANGUAGES, ROOT
from optguide_site.run.execute import same
from optguide_site.words import words
from tests.support.browser import (
    DESKTOP,
    PHONE,
    USUAL_PHONE,
    illegible,
    lay_out,
    listen,
    resize,
    search,
    settle,
    too_wide,
    violations,
    visit,
    wrong_stops,
)
from tests.support.pages import NAMES, URLS, read, url


@dataclass
class Visit:
    """A page that is open, and what went wrong so far."""

    url: str
    tab: Tab
    errors: list[str]


@pytest.fixture(scope="module")
def reader(context: BrowserContext, address: str) -> Iterator[Visit]:
    """Somebody who reads one page after the other, in one tab."""
    tab = context.new_page()
    yield Visit("", tab, listen(tab, address))
    tab.close()


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, reader: Visit) -> Visit:
    """A page, opened once for all tests of it."""
    reader.url = request.param
    resize(reader.tab, DESKTOP)
    reader.errors.clear()
    reader.tab.goto(reader.url)
    settle(reader.tab)
    return reader


#: All tests of a page, then those of the next: pytest orders by what has a wider scope.
EACH_PAGE = pytest.mark.parametrize(
    "opened", URLS, indirect=True, scope="module", ids=[url or "/" for url in URLS]
)


@EACH_PAGE
def test_page_opens_cleanly(opened: Visit) -> None:
    """No console error, no failed request, and nothing asked of another host."""
    tab = opened.tab
    resize(tab, DESKTOP)
    assert tab.locator("article h1").is_visible()
    assert tab.locator("html").get_attribute("lang") == (
        "en" if opened.url.startswith("en/") else "zh"
    )
    assert not wrong_stops(tab)
    assert not opened.errors


@EACH_PAGE
def test_page_fits_a_phone(opened: Visit) -> None:
    tab = opened.tab
    resize(tab, PHONE)
    wide = too_wide(tab)
    assert not wide, f"the page is wider than a phone: {wide[:5]}"
    assert not wrong_stops(tab)
    assert not opened.errors


@EACH_PAGE
def test_figures_are_legible_on_a_phone(opened: Visit) -> None:
    resize(opened.tab, USUAL_PHONE)
    wrong = illegible(opened.tab)
    assert not wrong, f"{opened.url}: {wrong}"


#: The pages that set the pattern of a page to look something up in.
MODELS = (
    "losses/classification/cross_entropy.md",
    "losses/regression/l1.md",
    "losses/classification/kl_div.md",
    "losses/sequences/ctc.md",
    "optim/sgd/index.md",
    "optim/sgd/momentum.md",
    "lr_scheduler/cosine_annealing_lr.md",
    "optim/state_dict.md",
)
#: A phone of 2026, on which most readers meet the guide.
COMMON_PHONE = (390, 844)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in MODELS if name in NAMES])
def test_two_screens_say_what_it_is_and_how_to_call_it(
    tab: Tab, language: str, name: str
) -> None:
    """Name, definition, call and table; nothing is cut off; 15 screens with folds shut."""
    resize(tab, COMMON_PHONE)
    visit(tab, url(language, name))
    lay_out(tab)
    width, height = COMMON_PHONE
    ends = tab.evaluate(
        """() => ["h1", "h1 ~ p", "h1 ~ .highlight", "h1 ~ .md-typeset__scrollwrap"].map(
          part => document.querySelector(`article ${part}`).getBoundingClientRect().bottom)"""
    )
    assert max(ends) <= 2 * height, f"name, definition, call and table end at {ends}"
    glance = words(language)["glance"]
    assert tab.locator("article table").first.inner_text().startswith(glance)
    cut = tab.evaluate(
        """() => [...document.querySelectorAll("article :is(.katex-display, .md-typeset__table)")]
          .filter(part => part.checkVisibility())
          .filter(part => part.scrollWidth > part.parentElement.clientWidth + 1)
          .map(part => part.innerText.slice(0, 60))"""
    )
    assert not cut, f"wider than {width} pixels: {cut}"
    screens = tab.evaluate("document.documentElement.scrollHeight") / height
    assert screens <= 15, f"{screens:.1f} screens long"


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_code_says_so(tab: Tab, language: str) -> None:
    """In words too, for who hears the page; and where it is copied."""
    visit(tab, url(language, "losses/regression/l1.md"))
    said = words(language)
    for verdict, copy in (("wrong", "copy_wrong"), ("right", "copy")):
        block = tab.locator(f".highlight.{verdict}").first
        expect(block).to_contain_text(said[verdict])
        expect(block.get_by_role("button")).to_have_attribute("title", said[copy])


@pytest.fixture(scope="module")
def axe() -> str:
    return (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@EACH_PAGE
def test_accessible_in_both_schemes(opened: Visit, axe: str) -> None:
    """axe finds no violation, with everything unfolded."""
    tab = opened.tab
    resize(tab, DESKTOP)
    settle(tab)
    lay_out(tab)
    for scheme in ("default", "slate"):
        tab.evaluate(
            """scheme => {
              const style = document.adoptedStyleSheets[0]
              style.insertRule("* { transition: none !important }")  // colours at once
              document.body.setAttribute("data-md-color-scheme", scheme)
              for (const box of document.querySelectorAll("details")) box.open = true
            }""",
            scheme,
        )
        # In the second scheme nothing but the colours is another.
        rules = {} if scheme == "default" else {"runOnly": ["color-contrast"]}
        found = violations(tab, axe, rules)
        assert not found, f"{opened.url} ({scheme}): {found}"
    assert not opened.errors


@pytest.mark.parametrize("name", ["", "losses/regression/l1/"])
def test_switching_language_stays_on_the_page(
    tab: Tab, address: str, name: str
) -> None:
    visit(tab, name)
    for language, there in (("English", f"en/{name}"), ("中文", name)):
        tab.get_by_role("button", name="Select language").or_(
            tab.locator(".md-select button")
        ).first.hover()
        tab.locator(".md-select__link", has_text=language).click()
        tab.wait_for_url(address + there)
        settle(tab)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_the_page_of_each_tag_first(
    tab: Tab, address: str, language: str
) -> None:
    """What a page is about, its front matter says in ``tags``: whoever types it gets there."""
    home = address + PREFIX[language]
    visit(tab, home)
    missed = {}
    tab.locator(".md-search__input").click()
    for name in NAMES:
        _, meta = get_data((DOCS / language / name).read_text("utf-8"))
        wanted = address + url(language, name)
        for tag in meta.get("tags", []):
            found = search(tab, tag)
            assert all(page.startswith(home) for page in found)
            if found[0] != wanted:
                missed[tag] = found[0], wanted
    assert not missed


@pytest.mark.parametrize(
    ("home", "word", "found"),
    [
        ("", "平方误差", "losses/regression/huber/"),
        ("", "验证集", "training/"),
        ("en/", "medians", "en/losses/regression/l1/"),
        ("en/", "overfit", "en/losses/"),
    ],
)
def test_search_finds_words_within_sentences(
    tab: Tab, address: str, home: str, word: str, found: str
) -> None:
    visit(tab, home)
    tab.locator(".md-search__input").click()
    assert address + found in search(tab, word)


def test_the_search_index_is_fetched_when_it_is_used(tab: Tab, address: str) -> None:
    """It weighs more than a page; only a link to a search needs it at once."""
    is_index = re.compile(r"search_index\.json$")
    asked: list[str] = []
    tab.on("request", lambda r: asked.append(r.url) if is_index.search(r.url) else None)
    visit(tab, address)
    assert not asked
    with tab.expect_request(is_index):
        tab.locator(".md-search__input").click()
    with tab.expect_request(is_index):
        tab.goto("?q=SGD")
    tab.locator(".md-search-result__item").first.wait_for()


def test_a_search_without_a_hit_says_so(tab: Tab, address: str) -> None:
    visit(tab, address)
    tab.locator(".md-search__input").click()
    tab.keyboard.insert_text("qqqqqq")
    tab.keyboard.press("End")
    expect(tab.locator(".md-search-result__meta")).to_contain_text("没有找到")


def test_everything_is_there_without_javascript(browser: Browser, address: str) -> None:
    """Formulas, code, outputs and figures; the explorers have a test of their own."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("en/losses/regression/huber/")
    for selector in (
        ".math .katex",
        '[data-example*="by_hand"]',
        ".output",
        ".plot svg",
    ):
        expect(tab.locator(selector).first).to_be_visible()
    expect(tab.locator("button[data-md-type=copy]").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", ["losses/classification/nll/", "labs/ravine/"])
def test_what_is_far_below_waits(tab: Tab, name: str) -> None:
    """It is laid out as it comes near, and then stands where it would have stood."""
    resize(tab, (412, 823))
    visit(tab, f"en/{name}")
    seen = "code => code.checkVisibility({contentVisibilityAuto: true})"
    last = tab.locator(".md-typeset > .highlight code").last
    assert not last.evaluate(seen)
    last.scroll_into_view_if_needed()
    tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert last.evaluate(seen)
    tab.locator(".md-typeset > *").evaluate_all(
        """parts => parts
          .filter((part) => getComputedStyle(part).contentVisibility === "auto")
          .forEach((part) => part.toggleAttribute("data-waits"))"""
    )
    assert tab.locator("[data-waits]").count() > 20
    lay_out(tab)
    places = """contain => {
      const [style] = document.adoptedStyleSheets
      const rule = `[data-waits] { contain: ${contain} }`
      style.insertRule(rule, style.cssRules.length)
      return [...document.querySelectorAll(".md-typeset > *")].map((part) => {
        const { top, height } = part.getBoundingClientRect()
        return [top + scrollY, height]
      })
    }"""
    expected = tab.evaluate(places, "none")
    assert expected == tab.evaluate(places, "layout style paint")


@pytest.mark.parametrize("name", ["losses/classification/nll/", "labs/ravine/"])
def test_a_link_leads_to_its_section(tab: Tab, name: str) -> None:
    """Though the heights above it are not known before they are near."""
    resize(tab, (412, 823))
    tab.goto(f"en/{name}")
    ids = tab.locator(".md-typeset > h2").evaluate_all("all => all.map(h => h.id)")
    assert len(ids) > 5
    for anchor in ids:
        tab.goto("about:blank")
        visit(tab, f"en/{name}#{anchor}")
        top = tab.locator(f"#{anchor}").evaluate("h => h.getBoundingClientRect().top")
        at_end = tab.evaluate(
            "scrollY + innerHeight >= document.documentElement.scrollHeight - 2"
        )
        assert 48 <= top < 120 or at_end, (anchor, top)


def test_a_menu_that_is_shut_is_out_of_the_way(tab: Tab) -> None:
    """On a phone: no keyboard and no screen reader gets into it until it is opened."""
    resize(tab, PHONE)
    visit(tab, "en/optim/sgd/")
    link = tab.locator(".md-sidebar--primary a.md-nav__link--active[href]").first
    seen = "link => link.checkVisibility({contentVisibilityAuto: true})"
    assert not link.evaluate(seen)
    tab.locator("header label[for=__drawer]").click()
    expect(tab.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=1)
    assert link.evaluate(seen)
    tab.locator(".md-overlay").click(position={"x": 340, "y": 300})
    expect(tab.locator(".md-sidebar--primary")).not_to_be_in_viewport()
    # It fades for as long as it moves.
    tab.wait_for_function(f"link => !({seen})(link)", arg=link.element_handle())


def test_a_browser_that_keeps_its_clipboard_shut(
    browser: Browser, address: str
) -> None:
    """The copy button then does what it can, and throws nothing."""
    context = browser.new_context(base_url=address, permissions=[])
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.add_init_script(
        """const refuse = (answer) => {
          window.refused = true
          return answer
        }
        Document.prototype.execCommand = () => refuse(false)
        navigator.clipboard.writeText = () => refuse(Promise.reject(new DOMException("no")))"""
    )
    visit(tab, "losses/regression/l1/")
    code = tab.locator('[data-example*="by_hand"]').first
    code.hover()
    code.locator("button").click()
    tab.wait_for_function("() => window.refused")
    settle(tab)
    assert not errors
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_copied_block_runs(tab: Tab, language: str) -> None:
    """The last section of an example, copied, runs by itself and prints what is shown."""
    name = "losses/regression/l1.md"
    by_hand = [
        block
        for block in read(language, name).blocks
        if block.name.startswith("losses/regression/l1/by_hand")
    ]
    visit(tab, url(language, name))
    tab.evaluate("navigator.clipboard.writeText('')")
    code = tab.locator(f'[data-example="{by_hand[-1].name}"]')
    code.hover()
    code.locator("button").click()
    copied = tab.wait_for_function("() => navigator.clipboard.readText()").json_value()
    ran = subprocess.run(
        [sys.executable, "-I", "-"],
        input=copied,
        capture_output=True,
        text=True,
        check=True,
    )
    assert same("".join(block.output or "" for block in by_hand), ran.stdout)
