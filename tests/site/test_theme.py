"""The theme's own files, changed so that a page is styled once and not again and again."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from optguide_site.finish import theme
from optguide_site.prepare import PREFIX
from optguide_site.project import LANGUAGES
from tests.support.browser import hold, settle, visit


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_has_the_changed_files(site: Path, language: str) -> None:
    folder = site / PREFIX[language]
    for name, written, _ in theme.CHANGES:
        (path,) = (
            path
            for path in folder.glob("assets/*/*")
            if re.fullmatch(name, path.relative_to(folder).as_posix())
        )
        assert not re.search(written, path.read_text("utf-8"))


def test_the_theme_styles_no_page_anew(browser: Browser, tab: Tab) -> None:
    """Its script makes the browser find out the styles of few elements only."""
    held = hold(tab, "**/bundle.*.js")
    timeline = "disabled-by-default-devtools.timeline"
    browser.start_tracing(page=tab, categories=[timeline, f"{timeline}.stack"])
    tab.goto("en/losses/regression/l1/", wait_until="commit")
    # Before it has been drawn the page has no styles yet.
    tab.wait_for_function(
        "() => performance.getEntriesByName('first-contentful-paint').length"
    )
    (script,) = held
    script.continue_()
    settle(tab)
    tab.evaluate("document.body.append('one'), document.body.offsetWidth")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    elements = tab.evaluate("document.querySelectorAll('*').length")
    ran = tab.evaluate("document.documentElement.className")
    styled = [
        (event["args"]["elementCount"], stack[0].get("url"))
        for event in events
        if event["name"] == "UpdateLayoutTree"
        and (stack := event["args"].get("beginData", {}).get("stackTrace"))
    ]
    assert "js-focus-visible" in ran  # by the theme's script
    assert styled  # by the line of ours at least: Chromium still tells it this way
    assert max(count for count, _ in styled) < elements / 2, styled


def test_the_theme_leaves_code_alone(tab: Tab) -> None:
    """Where it goes about a block of code, it begins with an id."""
    visit(tab, "en/losses/regression/l1/")
    assert tab.locator("pre").count() > 10
    assert not tab.locator("pre[id]").count()


def test_the_themes_parts_start_one_by_one(tab: Tab) -> None:
    tab.add_init_script(
        """window.tasks = 0
        const start = setTimeout
        window.setTimeout = (part, ...delay) => {
          if (!delay.length) tasks++
          return start(part, ...delay)
        }"""
    )
    visit(tab, "en/losses/regression/l1/")
    names = ("content", "header", "header-title", "search", "sidebar", "toc", "top")
    parts = ", ".join(f"[data-md-component={name}]" for name in names)
    assert tab.evaluate("tasks") >= tab.locator(parts).count() > 5


def test_the_whole_window_is_of_the_scheme(browser: Browser, address: str) -> None:
    tab = browser.new_page(base_url=address)  # what it chooses is its own
    visit(tab, "en/losses/regression/l1/")
    for name, scheme in (("slate", "dark"), ("default", "normal")):
        tab.locator("form[data-md-component=palette] label:visible").click()
        assert tab.locator("body").get_attribute("data-md-color-scheme") == name
        shown = tab.evaluate("getComputedStyle(document.documentElement).colorScheme")
        assert shown == scheme
    tab.close()
