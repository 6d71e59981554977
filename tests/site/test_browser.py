"""The built site in a real browser: Playwright drives Debian's chromium."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Browser, Page

from optguide_site import page as model
from optguide_site.run import same
from tests.site.test_twins import NAMES

pytestmark = pytest.mark.usefixtures("served")
URLS = [
    language + re.sub(r"\.(md|py)$", "/", name.removesuffix("index.md"))
    for language in ("", "en/")
    for name in NAMES
]


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
    assert not errors


@pytest.mark.parametrize("url", URLS)
def test_accessible_in_both_schemes(browser: Browser, address: str, url: str) -> None:
    """axe finds no violation, with everything unfolded."""
    context = browser.new_context(bypass_csp=True)  # axe is a script from outside
    page = context.new_page()
    page.goto(address + url, wait_until="networkidle")
    page.add_style_tag(content="* { transition: none !important }")  # colours at once
    page.add_script_tag(path=model.ROOT / "node_modules/axe-core/axe.min.js")
    for scheme in ("default", "slate"):
        page.evaluate(
            """scheme => {
              document.body.setAttribute("data-md-color-scheme", scheme)
              for (const box of document.querySelectorAll("details")) box.open = true
            }""",
            scheme,
        )
        violations = page.evaluate("axe.run().then(result => result.violations)")
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


@pytest.mark.parametrize(
    ("home", "word", "found"),
    [
        ("", "损失", "losses/"),
        ("", "学习率", "lr_scheduler/"),
        ("", "过拟合", "losses/"),
        ("", "交叉熵", "losses/classification/cross_entropy/"),
        ("", "动量缓冲", "optim/sgd/"),
        ("", "标签平滑", "losses/classification/cross_entropy/"),
        ("", "中位数", "losses/regression/l1/"),
        ("", "次梯度", "losses/regression/l1/"),
        ("", "CrossEntropyLoss", "losses/classification/cross_entropy/"),
        ("", "last_epoch", "lr_scheduler/"),
        ("", "load_state_dict", "optim/state_dict/"),
        ("en/", "overfitting", "en/losses/"),
        ("en/", "median", "en/losses/regression/l1/"),
        ("en/", "subgradients", "en/losses/regression/l1/"),
        ("en/", "CrossEntropyLoss", "en/losses/classification/cross_entropy/"),
        ("en/", "last_epoch", "en/lr_scheduler/"),
        ("en/", "load_state_dict", "en/optim/state_dict/"),
    ],
)
def test_search_finds(
    page: Page, address: str, home: str, word: str, found: str
) -> None:
    page.goto(address + home, wait_until="networkidle")
    page.locator(".md-search__input").click()
    page.keyboard.insert_text(word)
    page.keyboard.press("End")  # Material searches on key-up
    result = page.locator(".md-search-result__link").first
    result.wait_for(timeout=10_000)
    page.wait_for_timeout(300)  # results come in one by one
    assert str(result.get_attribute("href")).split("?")[0] == address + found


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
    code.locator("button.md-clipboard, button[data-clipboard-target]").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    ran = subprocess.run(
        [sys.executable, "-I", "-"],
        input=copied,
        capture_output=True,
        text=True,
        check=True,
    )
    assert same("".join(b.output or "" for b in blocks), ran.stdout)
