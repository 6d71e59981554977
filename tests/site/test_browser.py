"""The built site in a real browser: Playwright drives Debian's chromium."""

import re
import subprocess
import sys

import pytest
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, Page, expect

from optguide_site import page as model
from optguide_site.project import ROOT
from optguide_site.run import same
from tests.support.pages import NAMES

pytestmark = pytest.mark.usefixtures("served")
URLS = [
    language + re.sub(r"\.(md|py)$", "/", name.removesuffix("index.md"))
    for language in ("", "en/")
    for name in NAMES
]


def lay_out(page: Page) -> None:
    """Let the browser lay out the whole page, also what is far below the screen."""
    page.evaluate(
        """() => {
          const style = new CSSStyleSheet()
          style.replaceSync(".md-typeset > * { content-visibility: visible !important }")
          document.adoptedStyleSheets = [style]
        }"""
    )


def wrong_stops(page: Page) -> list[str]:
    """Code that scrolls, and the keyboard does not get into it; or the other way round."""
    page.wait_for_load_state()  # on a busy machine the network may rest before
    lay_out(page)
    # Who observes last is told last: site.js is done then.
    page.evaluate(
        "new Promise(done => new ResizeObserver(() => done()).observe(document.body))"
    )
    found: list[str] = page.locator("pre > code").evaluate_all(
        """boxes => boxes
          .filter(box => box.checkVisibility())  // not in an answer that is folded
          .filter(box => box.hasAttribute("tabindex") !== box.scrollWidth > box.clientWidth)
          .map(box => box.textContent)"""
    )
    return found


@pytest.mark.parametrize("url", URLS)
def test_page_opens_cleanly(page: Page, address: str, url: str) -> None:
    """No console error, no failed request, and nothing asked of another host."""
    errors: list[str] = []
    page.on(
        "console",
        lambda m: errors.append(m.text) if m.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "response",
        lambda r: errors.append(f"{r.status} {r.url}") if r.status >= 400 else None,
    )
    page.on(
        "request",
        lambda r: (
            None
            if r.url.startswith((address, "data:", "blob:"))
            else errors.append(r.url)
        ),
    )
    page.goto(address + url, wait_until="networkidle")
    assert page.locator("article h1").is_visible()
    assert page.locator("html").get_attribute("lang") == (
        "en" if url.startswith("en/") else "zh"
    )
    assert not wrong_stops(page)
    page.set_viewport_size({"width": 360, "height": 640})  # a phone
    for _ in range(20):  # the theme lays its menus out a moment later
        wide = page.evaluate("document.documentElement.scrollWidth > 360")
        if not wide:
            break
        page.wait_for_timeout(100)
    assert not wide, "the page is wider than a phone"
    assert not wrong_stops(page)
    assert not errors


@pytest.mark.parametrize("url", URLS)
def test_accessible_in_both_schemes(browser: Browser, address: str, url: str) -> None:
    """axe finds no violation, with everything unfolded."""
    context = browser.new_context(bypass_csp=True)  # axe is a script from outside
    page = context.new_page()
    page.goto(address + url, wait_until="networkidle")
    page.add_style_tag(content="* { transition: none !important }")  # colours at once
    lay_out(page)
    page.add_script_tag(path=model.ROOT / "node_modules/axe-core/axe.min.js")
    for scheme in ("default", "slate"):
        page.evaluate(
            """scheme => {
              document.body.setAttribute("data-md-color-scheme", scheme)
              for (const box of document.querySelectorAll("details")) box.open = true
            }""",
            scheme,
        )
        # In the second scheme nothing but the colours is another.
        rules = "{}" if scheme == "default" else '{runOnly: ["color-contrast"]}'
        violations = page.evaluate(
            f"axe.run({rules}).then(result => result.violations)"
        )
        found = [
            (v["id"], len(v["nodes"]), v["nodes"][0]["html"][:200]) for v in violations
        ]
        assert not found, f"{url} ({scheme}): {found}"
    context.close()


@pytest.mark.parametrize("name", ["", "losses/regression/l1/"])
def test_switching_language_stays_on_the_page(
    page: Page, address: str, name: str
) -> None:
    page.goto(address + name, wait_until="networkidle")
    for language, url in (("English", f"en/{name}"), ("中文", name)):
        page.get_by_role("button", name="Select language").or_(
            page.locator(".md-select button")
        ).first.hover()
        page.locator(".md-select__link", has_text=language).click()
        page.wait_for_url(address + url)
        page.wait_for_load_state("networkidle")


def search(page: Page, word: str) -> list[str]:
    """Type ``word`` into the search; the pages found, best first, once they stand still."""
    results = page.locator(".md-search-result__item > a")
    page.locator(".md-search__input").fill("")
    page.keyboard.press("End")  # Material searches on key-up
    expect(results).to_have_count(0)
    page.keyboard.insert_text(word)
    page.keyboard.press("End")
    results.first.wait_for(timeout=10_000)
    before: list[str] = []
    while True:
        page.wait_for_timeout(150)  # results come in one by one
        found = results.evaluate_all("links => links.map(a => a.href.split(/[?#]/)[0])")
        if found == before:
            return list(found)
        before = found


@pytest.mark.parametrize("language", model.LANGUAGES)
def test_search_finds_the_page_of_each_tag_first(
    page: Page, address: str, language: str
) -> None:
    """What a page is about, its front matter says in ``tags``: whoever types it gets there."""
    home = address + ("" if language == "zh" else "en/")
    page.goto(home, wait_until="networkidle")
    missed = {}
    page.locator(".md-search__input").click()
    for name in NAMES:
        _, meta = get_data((ROOT / "docs" / language / name).read_text("utf-8"))
        wanted = home + name.removesuffix("index.md").replace(".md", "/")
        for tag in meta.get("tags", []):
            found = search(page, tag)
            assert all(url.startswith(home) for url in found)
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
    page: Page, address: str, home: str, word: str, found: str
) -> None:
    page.goto(address + home, wait_until="networkidle")
    page.locator(".md-search__input").click()
    assert address + found in search(page, word)


def test_the_search_index_is_fetched_when_it_is_used(page: Page, address: str) -> None:
    """It weighs more than a page; only a link to a search needs it at once."""
    is_index = re.compile(r"search_index\.json$")
    asked: list[str] = []
    page.on(
        "request", lambda r: asked.append(r.url) if is_index.search(r.url) else None
    )
    page.goto(address, wait_until="networkidle")
    assert not asked
    with page.expect_request(is_index):
        page.locator(".md-search__input").click()
    with page.expect_request(is_index):
        page.goto(f"{address}?q=SGD")
    page.locator(".md-search-result__item").first.wait_for()


def test_a_search_without_a_hit_says_so(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text("qqqqqq")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__meta")).to_contain_text("没有找到")


def test_everything_is_there_without_javascript(browser: Browser, address: str) -> None:
    """Formulas, code, outputs and figures; the explorers have a test of their own."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/losses/regression/huber/")
    for selector in (
        ".math .katex",
        '[data-example*="by_hand"]',
        ".output",
        ".plot svg",
    ):
        expect(page.locator(selector).first).to_be_visible()
    expect(page.locator("button[data-md-type=copy]").first).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", ["losses/classification/nll/", "labs/ravine/"])
def test_what_is_far_below_waits(page: Page, address: str, name: str) -> None:
    """It is laid out as it comes near, and then stands where it would have stood."""
    page.set_viewport_size({"width": 412, "height": 823})
    page.goto(f"{address}en/{name}", wait_until="networkidle")
    seen = "code => code.checkVisibility({contentVisibilityAuto: true})"
    last = page.locator(".md-typeset > .highlight code").last
    assert not last.evaluate(seen)
    last.scroll_into_view_if_needed()
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert last.evaluate(seen)
    page.locator(".md-typeset > *").evaluate_all(
        """parts => parts
          .filter((part) => getComputedStyle(part).contentVisibility === "auto")
          .forEach((part) => part.toggleAttribute("data-waits"))"""
    )
    assert page.locator("[data-waits]").count() > 20
    lay_out(page)
    places = """contain => {
      const [style] = document.adoptedStyleSheets
      const rule = `[data-waits] { contain: ${contain} }`
      style.insertRule(rule, style.cssRules.length)
      return [...document.querySelectorAll(".md-typeset > *")].map((part) => {
        const { top, height } = part.getBoundingClientRect()
        return [top + scrollY, height]
      })
    }"""
    expected = page.evaluate(places, "none")
    assert expected == page.evaluate(places, "layout style paint")


@pytest.mark.parametrize("name", ["losses/classification/nll/", "labs/ravine/"])
def test_a_link_leads_to_its_section(page: Page, address: str, name: str) -> None:
    """Though the heights above it are not known before they are near."""
    page.set_viewport_size({"width": 412, "height": 823})
    page.goto(f"{address}en/{name}")
    ids = page.locator(".md-typeset > h2").evaluate_all("all => all.map(h => h.id)")
    assert len(ids) > 5
    for anchor in ids:
        page.goto("about:blank")
        page.goto(f"{address}en/{name}#{anchor}", wait_until="networkidle")
        page.wait_for_timeout(300)
        top = page.locator(f"#{anchor}").evaluate("h => h.getBoundingClientRect().top")
        at_end = page.evaluate(
            "scrollY + innerHeight >= document.documentElement.scrollHeight - 2"
        )
        assert 48 <= top < 120 or at_end, (anchor, top)


def test_a_menu_that_is_shut_is_out_of_the_way(page: Page, address: str) -> None:
    """On a phone: no keyboard and no screen reader gets into it until it is opened."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}en/optim/sgd/", wait_until="networkidle")
    link = page.locator(".md-sidebar--primary a.md-nav__link--active[href]").first
    seen = "link => link.checkVisibility({contentVisibilityAuto: true})"
    assert not link.evaluate(seen)
    page.locator("header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=1)
    assert link.evaluate(seen)
    page.locator(".md-overlay").click(position={"x": 340, "y": 300})
    expect(page.locator(".md-sidebar--primary")).not_to_be_in_viewport()
    page.wait_for_timeout(300)  # it fades for as long as it moves
    assert not link.evaluate(seen)


def test_a_browser_that_keeps_its_clipboard_shut(
    browser: Browser, address: str
) -> None:
    """The copy button then does what it can, and throws nothing."""
    context = browser.new_context(permissions=[])
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(f"{address}losses/regression/l1/", wait_until="networkidle")
    code = page.locator('[data-example*="by_hand"]').first
    code.hover()
    code.locator("button").click()
    page.wait_for_timeout(300)
    assert not errors
    context.close()


@pytest.mark.parametrize("url", ["losses/regression/l1/", "en/losses/regression/l1/"])
def test_a_copied_block_runs(page: Page, address: str, url: str) -> None:
    """The last section of an example, copied, runs by itself and prints what is shown."""
    language = "en" if url.startswith("en/") else "zh"
    path = model.ROOT / "docs" / language / "losses/regression/l1.md"
    blocks = [
        b
        for b in model.Page.read(path, language).blocks
        if b.name.startswith("losses/regression/l1/by_hand")
    ]
    page.goto(address + url, wait_until="networkidle")
    code = page.locator(f'[data-example="{blocks[-1].name}"]')
    code.hover()
    code.locator("button").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    ran = subprocess.run(
        [sys.executable, "-I", "-"],
        input=copied,
        capture_output=True,
        text=True,
        check=True,
    )
    assert same("".join(b.output or "" for b in blocks), ran.stdout)
