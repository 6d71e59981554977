"""What tests do in a browser: wait for a page to rest, listen to it, search it."""

import json
from typing import Any

from playwright.sync_api import Page as Tab
from playwright.sync_api import Route
from playwright.sync_api import TimeoutError as TooLate

#: Tabs without a word of their own have the size of a small desktop.
DESKTOP, PHONE = (1280, 720), (360, 640)
#: What most phones have: type in figures is to be at least 11 px there.
USUAL_PHONE = (390, 844)


def resize(tab: Tab, size: tuple[int, int]) -> None:
    """Make the tab's window ``size`` wide and high."""
    tab.set_viewport_size({"width": size[0], "height": size[1]})


def settle(tab: Tab) -> None:
    """Wait until a page is loaded and rests; the parts of the theme have started then."""
    tab.wait_for_load_state()
    rest(tab)


def rest(tab: Tab) -> None:
    """Wait until the browser has drawn what is there, in its fonts, and has nothing to do."""
    tab.evaluate(
        """async () => {
          for (let n = 0; n < 2; n++) {
            await new Promise((done) => requestAnimationFrame(done))
            await new Promise((done) => requestIdleCallback(() => done()))
            await document.fonts.ready
          }
        }"""
    )


def visit(tab: Tab, url: str) -> None:
    """Open a page, the theme's script done."""
    tab.goto(url)
    settle(tab)
    ran = tab.evaluate(
        "document.documentElement.classList.contains('js-focus-visible')"
    )
    assert ran, f"{url}: the theme's script has not run"


def hold(tab: Tab, pattern: str) -> list[Route]:
    """Keep back what matches, to let it go on when the test says so."""
    held: list[Route] = []
    tab.route(pattern, lambda route: held.append(route))
    return held


def listen(tab: Tab, address: str) -> list[str]:
    """What goes wrong in a tab from now on: errors, warnings, refusals, requests elsewhere."""
    found: list[str] = []
    tab.on("pageerror", lambda error: found.append(str(error)))
    tab.on(
        "console",
        lambda m: found.append(m.text) if m.type in ("error", "warning") else None,
    )
    tab.on(
        "response",
        lambda r: found.append(f"{r.status} {r.url}") if r.status >= 400 else None,
    )
    tab.on(
        "request",
        lambda r: (
            None
            if r.url.startswith((address, "data:", "blob:"))
            else found.append(r.url)
        ),
    )
    return found


def lay_out(tab: Tab) -> None:
    """Let the browser lay out the whole page, also what is far below the screen."""
    tab.evaluate(
        """() => {
          const style = new CSSStyleSheet()
          style.replaceSync(".md-typeset > * { content-visibility: visible !important }")
          document.adoptedStyleSheets = [style]
        }"""
    )


def wrong_stops(tab: Tab) -> list[str]:
    """Code that scrolls, and the keyboard does not get into it; or the other way round."""
    lay_out(tab)
    # Who observes last is told last: site.js is done then.
    tab.evaluate(
        "new Promise(done => new ResizeObserver(() => done()).observe(document.body))"
    )
    found: list[str] = tab.locator("pre > code").evaluate_all(
        """boxes => boxes
          .filter(box => box.checkVisibility())  // not in an answer that is folded
          .filter(box => box.hasAttribute("tabindex") !== box.scrollWidth > box.clientWidth)
          .map(box => box.textContent)"""
    )
    return found


def too_wide(tab: Tab) -> list[str]:
    """What reaches beyond the window, once the theme has laid its menus out; or nothing."""
    fits = "() => document.documentElement.scrollWidth <= innerWidth"
    try:
        tab.wait_for_function(fits, timeout=5000)
    except TooLate:
        found: list[str] = tab.evaluate(
            """[...document.body.querySelectorAll("*")]
              .filter((e) => e.getBoundingClientRect().right > innerWidth)
              .map((e) => e.cloneNode().outerHTML)"""
        )
        return found or ["the page"]
    return []


def illegible(tab: Tab) -> list[str]:
    """Labels of figures that are too small, that the edge cuts, or that lie on another."""
    lay_out(tab)
    found: list[str] = tab.evaluate(
        """() => [...document.querySelectorAll(".md-typeset figure svg")].flatMap((svg) => {
          const edge = svg.getBoundingClientRect()
          const shown = [...svg.querySelectorAll("text")].filter((t) => t.checkVisibility())
          const boxes = shown.map((text) => [text, text.getBoundingClientRect()])
          return boxes.flatMap(([text, box], n) => {
            const { a, b } = text.getScreenCTM()
            const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b)
            const said = []
            if (size < 11) said.push(`${size.toFixed(1)} px`)
            if (box.left < edge.left - 3 || box.right > edge.right + 3) said.push("cut")
            const on = boxes.slice(n + 1).find(([, other]) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 4)
            if (on) said.push(`on ${on[0].textContent}`)
            return said.map((why) => `${text.textContent}: ${why}`)
          })
        })"""
    )
    return found


def violations(tab: Tab, axe: str, rules: dict[str, Any]) -> list[Any]:
    """What axe finds, of what is on the page as it is now: rule, how often, the first."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(
            axe
        )  # not as an element: the page's policy allows no script of ours
    options = json.dumps({**rules, "resultTypes": ["violations"]})
    found = tab.evaluate(f"axe.run({options}).then((result) => result.violations)")
    return [(v["id"], len(v["nodes"]), v["nodes"][0]["html"][:200]) for v in found]


def search(tab: Tab, word: str) -> list[str]:
    """Type ``word`` into the search, which is open; the pages found, best first.

    The theme shows the first ten at once, and more as one scrolls.
    """
    tab.evaluate(
        """() => {
          document.querySelector(".md-search__input").select()
          for (const link of document.querySelectorAll(".md-search-result__item > a"))
            link.dataset.before = ""
        }"""
    )
    tab.keyboard.insert_text(word)
    tab.keyboard.press("End")  # Material searches on key-up
    try:
        found = tab.wait_for_function(
            """() => {
              const links = [...document.querySelectorAll(".md-search-result__item > a")]
              const done = links.length && !links.some((a) => "before" in a.dataset)
              return done && links.map((a) => a.href.split(/[?#]/)[0])
            }""",
            timeout=10_000,
        )
    except TooLate:
        said = tab.locator(".md-search-result__meta").inner_text()
        raise AssertionError(f"nothing found for {word!r}: {said!r}") from None
    pages: list[str] = found.json_value()
    return pages
