"""The theme's own files, changed so that a page is styled once and not again and again."""

import json
import re
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from optguide_site.page import LANGUAGES
from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab

from optguide_site import theme


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_has_the_changed_files(site: Path, language: str) -> None:
    folder = site / ("en" if language == "en" else ".")
    for name, written, _ in theme.CHANGES:
        (path,) = (
            path
            for path in folder.glob("assets/*/*")
            if re.fullmatch(name, path.relative_to(folder).as_posix())
        )
        assert not re.search(written, path.read_text("utf-8"))


@pytest.mark.parametrize("names", [[], ["assets/stylesheets/palette.0.min.css"]])
def test_another_theme_is_refused(names: list[str]) -> None:
    files: Any = [SimpleNamespace(src_uri=name, content_string="a{}") for name in names]
    with pytest.raises(PluginError, match=r"theme\.py: .*color-switching.*palette"):
        theme.change(files)


def test_a_table_is_in_a_box() -> None:
    other = '<table class="other">\n</table>'
    html = theme.with_boxes(f"<p>\n<table>\n<tr></tr></table>\n{other}")
    box = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
    table = '<table class="data">\n<tr></tr></table>'
    assert html == f"<p>\n{box}{table}</div></div>\n{other}"


def test_the_theme_styles_no_page_anew(browser: Browser, served: str) -> None:
    """Its script makes the browser find out the styles of few elements only."""
    tab = browser.new_page()

    def late(route: Route) -> None:
        time.sleep(1)  # or it finds a page that has no styles yet, on a busy machine
        route.continue_()

    tab.route("**/bundle.*.js", late)
    timeline = "disabled-by-default-devtools.timeline"
    browser.start_tracing(page=tab, categories=[timeline, f"{timeline}.stack"])
    tab.goto(f"{served}en/losses/regression/l1/", wait_until="networkidle")
    tab.evaluate("document.body.append('one'), document.body.offsetWidth")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    elements = tab.evaluate("document.querySelectorAll('*').length")
    ran = tab.evaluate("document.documentElement.className")
    tab.close()
    styled = [
        (event["args"]["elementCount"], stack[0].get("url"))
        for event in events
        if event["name"] == "UpdateLayoutTree"
        and (stack := event["args"].get("beginData", {}).get("stackTrace"))
    ]
    assert "js-focus-visible" in ran  # by the theme's script
    assert styled  # by the line of ours at least: Chromium still tells it this way
    assert max(count for count, _ in styled) < elements / 2, styled


def test_the_theme_leaves_code_alone(page: Tab, served: str) -> None:
    """Where it goes about a block of code, it begins with an id."""
    page.goto(f"{served}en/losses/regression/l1/", wait_until="networkidle")
    assert page.locator("pre").count() > 10
    assert not page.locator("pre[id]").count()


def test_the_themes_parts_start_one_by_one(page: Tab, served: str) -> None:
    page.add_init_script(
        """window.tasks = 0
        const start = setTimeout
        window.setTimeout = (part, ...delay) => {
          if (!delay.length) tasks++
          return start(part, ...delay)
        }"""
    )
    page.goto(f"{served}en/losses/regression/l1/", wait_until="networkidle")
    names = ("content", "header", "header-title", "search", "sidebar", "toc", "top")
    parts = ", ".join(f"[data-md-component={name}]" for name in names)
    assert page.evaluate("tasks") >= page.locator(parts).count() > 5


def test_the_whole_window_is_of_the_scheme(page: Tab, served: str) -> None:
    page.goto(f"{served}en/losses/regression/l1/", wait_until="networkidle")
    for name, scheme in (("slate", "dark"), ("default", "normal")):
        page.locator("form[data-md-component=palette] label:visible").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == name
        shown = page.evaluate("getComputedStyle(document.documentElement).colorScheme")
        assert shown == scheme
