"""The explorers: their numbers are torch's, and they work for everyone.

Inputs of the real page are set, in a real browser; the Python that the page then shows is
run, and what torch says is compared with what the page drew.
"""

import ast
import gzip
import math
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import numpy as np
import pytest
import torch
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab
from torch import nn
from torch.optim import SGD, lr_scheduler

from optguide_site.prepare import PREFIX
from optguide_site.project import DOCS, LANGUAGES, ROOT
from optguide_site.words import explorer_texts
from tests.support.browser import hold, listen, resize, rest, settle
from tests.support.pages import CJK

NAMES = ("losses", "lr_schedulers", "sgd")
ADDRESSES = [f"{prefix}explorers/{name}/" for name in NAMES for prefix in ("", "en/")]
SCHEDULERS = [
    name
    for name, value in vars(lr_scheduler).items()
    if isinstance(value, type)
    and issubclass(value, lr_scheduler.LRScheduler)
    and not name.startswith("_")
    and name != "LRScheduler"
]
#: What a page shows, links and says at the moment.
SHOWN = """() => {
  const root = document.querySelector(".explorer");
  return {
    numbers: root.numbers,
    code: root.querySelector("code").textContent.length
      ? root.querySelector("pre code").textContent : "",
    status: root.querySelector("[role=status]").innerText,
    state: Object.fromEntries([...root.querySelectorAll("input, select")].map((i) =>
      [i.name, i.type === "checkbox" ? i.checked : i.value])),
  };
}"""
FIELDS = """() => [...document.querySelectorAll(".explorer form :is(input, select)")].map((i) => ({
  name: i.name, type: i.type, min: +i.min, max: +i.max, step: +i.step,
  options: i.options ? [...i.options].map((o) => o.value) : [],
}))"""
SET = """(values) => {
  for (const [name, value] of Object.entries(values)) {
    const input = document.querySelector(`.explorer [name="${name}"]`);
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


@pytest.fixture(autouse=True)
def _float64() -> Iterator[None]:
    """Tensors in the code of a page as precise as numbers in JavaScript."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.fixture
def errors(tab: Tab, address: str) -> Iterator[list[str]]:
    """What goes wrong in the tab; nothing, in the end."""
    found = listen(tab, address)
    yield found
    assert not found


def draw(rng: random.Random, field: dict[str, Any]) -> Any:
    """A random setting of one input."""
    if field["type"] == "checkbox":
        return rng.random() < 0.5
    if field["options"]:
        return rng.choice(field["options"])
    steps = round((field["max"] - field["min"]) / field["step"])
    return f"{field['min'] + rng.randint(0, steps) * field['step']:.6g}"


def draw_all(tab: Tab, rng: random.Random, *keep: str) -> None:
    """Set every input by chance, those that other inputs bring too."""
    done = set(keep)
    while new := [f for f in tab.evaluate(FIELDS) if f["name"] not in done]:
        tab.evaluate(SET, {new[0]["name"]: draw(rng, new[0])})
        done.add(new[0]["name"])


def close(ours: Any, theirs: Any, atol: float = 1e-12) -> None:
    ours, theirs = np.array(ours, dtype=float), np.array(theirs, dtype=float)
    np.testing.assert_allclose(ours, theirs, rtol=1e-6, atol=atol)


# ---- numbers ----


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("name", SCHEDULERS)
def test_learning_rates(tab: Tab, name: str) -> None:
    rng = random.Random(name)
    tab.goto("en/explorers/lr_schedulers/")
    for _ in range(8):
        tab.evaluate(SET, {"scheduler": name})
        draw_all(tab, rng, "scheduler")
        shown = tab.evaluate(SHOWN)
        lrs, losses = shown["numbers"]["lrs"], shown["numbers"]["losses"]
        scope: dict[str, Any] = {"SGD": SGD, **vars(lr_scheduler)}
        scope["params"] = [torch.zeros(1)]
        exec(shown["code"], scope)
        optimizer, scheduler = scope["optimizer"], scope["scheduler"]
        assert type(scheduler).__name__ == name
        theirs = [optimizer.param_groups[0]["lr"]]
        for step in range(len(lrs) - 1):
            optimizer.step()
            scheduler.step(*([losses[step]] if losses else []))
            theirs.append(optimizer.param_groups[0]["lr"])
        close(lrs, theirs, atol=1e-15)
        total = shown["state"].get("total_steps", "101")
        assert len(lrs) == int(total)
        check_drawn(tab, lrs)
        step = int(shown["state"]["step"])
        if step < len(lrs):
            assert says(shown["status"], lrs[step]), shown["status"]
        else:
            assert f"ends at step {len(lrs) - 1}" in shown["status"]


def test_every_scheduler_is_offered(tab: Tab) -> None:
    tab.goto("explorers/lr_schedulers/")
    offered = tab.evaluate(FIELDS)[0]["options"]
    assert len(SCHEDULERS) == 15
    assert sorted(offered) == sorted(SCHEDULERS)


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("family", range(2))
def test_losses_and_gradients(tab: Tab, family: int) -> None:
    rng = random.Random(family)
    tab.goto("en/explorers/losses/")
    tab.evaluate(SET, {"family": tab.evaluate(FIELDS)[0]["options"][family]})
    seen: set[str] = set()
    for _ in range(30):
        draw_all(tab, rng, "family")
        shown = tab.evaluate(SHOWN)
        seen |= check_losses(shown, rng)
    assert len(seen) == 5 + family


def check_losses(shown: dict[str, Any], rng: random.Random) -> set[str]:
    """Compare the losses shown, at the chosen place and at ten of the curve; their names."""
    setup, calls = split(shown["code"])
    numbers = shown["numbers"]
    axis = "logit" if "logit" in shown["state"] else "error"
    points = [(float(shown["state"][axis]), numbers["now"])]
    for i in rng.sample(range(len(numbers["xs"])), 10):
        points.append((numbers["xs"][i], [curve[i] for curve in numbers["curves"]]))
    for x, ours in points:
        scope: dict[str, Any] = {"torch": torch, "nn": nn}
        exec(re.sub(r"\[.*?\]", f"[{float(x)}]", setup, count=1), scope)
        for call, values in zip(calls, ours, strict=True):
            loss = eval(call, scope)
            (gradient,) = torch.autograd.grad(loss, scope[axis], retain_graph=True)
            close(values, [loss.item(), gradient.item()])
    rows = [row.split("\t") for row in shown["status"].splitlines()[1:]]
    for (_, *cells), values in zip(rows, numbers["now"], strict=True):
        assert all(map(says, cells, values))
    return {name for name, *_ in rows}


def test_losses_at_their_corners(tab: Tab) -> None:
    """Where a loss has a corner, the slope is the one that torch takes."""
    rng = random.Random(0)
    tab.goto("explorers/losses/?SmoothL1Loss=1&GaussianNLLLoss=1&delta=0.5&beta=0.5")
    for error in ("-0.5", "0", "0.5"):
        tab.evaluate(SET, {"error": error})
        assert len(check_losses(tab.evaluate(SHOWN), rng)) == 5
    tab.goto(
        "explorers/losses/?family=classification"
        "&SoftMarginLoss=1&HingeEmbeddingLoss=1&MarginRankingLoss=1"
    )
    for margin in ("0", "1", "1.1"):
        for target in ("1", "0"):
            for logit in (margin, f"-{margin}"):
                tab.evaluate(SET, {"margin": margin, "target": target, "logit": logit})
                shown = tab.evaluate(SHOWN)
                assert float(shown["state"]["logit"]) == float(logit)
                assert len(check_losses(shown, rng)) == 6


def split(code: str) -> tuple[str, list[str]]:
    """The assignments, as one text, and the expressions after them."""
    nodes = ast.parse(code).body
    return (
        "\n".join(ast.unparse(n) for n in nodes if isinstance(n, ast.Assign)),
        [ast.unparse(n) for n in nodes if isinstance(n, ast.Expr)],
    )


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("seed", range(10))
def test_sgd(tab: Tab, seed: int) -> None:
    rng = random.Random(seed)
    tab.goto("en/explorers/sgd/")
    refused = 0
    for _ in range(6):
        draw_all(tab, rng)
        if rng.random() < 0.3:
            tab.evaluate(SET, {"nesterov": True, "dampening": "0"})
        shown = tab.evaluate(SHOWN)
        numbers = shown["numbers"]
        lines = shown["code"].splitlines()
        scope: dict[str, Any] = {"torch": torch, "SGD": SGD}
        exec(lines[0], scope)
        try:
            exec(lines[1], scope)
        except ValueError as error:
            message = str(error)
        else:
            message = ""
        if message:
            assert message in shown["status"]
            assert numbers["path"] == []
            refused += 1
            continue
        path, losses = [], []
        for _ in range(61):
            path.append(scope["w"].tolist())
            exec(lines[2], scope)
            losses.append(scope["loss"].item())
            scope["optimizer"].zero_grad()
            scope["loss"].backward()
            scope["optimizer"].step()
        close(numbers["path"], path)
        close(numbers["losses"], losses)
        step = int(shown["state"]["step"])
        assert says(shown["status"], losses[step])

        group = scope["optimizer"].param_groups[0]
        curvatures = [10 / int(shown["state"]["condition"]), 10.0]
        limit = numbers["limit"]
        assert max(growth(group, limit * 0.999, c) for c in curvatures) < 1
        assert growth(group, limit * 1.001, 10.0) > 1
        now = max(growth(group, group["lr"], c) for c in curvatures)
        assert numbers["side"] == (
            "equal" if abs(now - 1) < 1e-9 else "below" if now < 1 else "above"
        )
        assert {"below": "converges to", "equal": "neither", "above": "diverges"}[
            numbers["side"]
        ] in shown["status"]
    assert refused < 6


def growth(group: dict[str, Any], lr: float, curvature: float) -> float:
    """By what one step multiplies (w, buffer) at worst: the spectral radius of the step."""
    momentum, h = group["momentum"], curvature + group["weight_decay"]
    if momentum == 0:
        return float(abs(1 - lr * h))
    gradient, old = np.array([h, 0.0]), np.array([0.0, 1.0])
    buffer = momentum * old + (1 - group["dampening"]) * gradient
    update = gradient + momentum * buffer if group["nesterov"] else buffer
    step = np.stack([np.array([1.0, 0.0]) - lr * update, buffer])
    return float(np.abs(np.linalg.eigvals(step)).max())


@pytest.mark.parametrize(
    ("query", "side"),
    [("lr=0.2", "equal"), ("lr=0.195", "below"), ("lr=0.205", "above")],
)
def test_limit_of_sgd(tab: Tab, query: str, side: str) -> None:
    tab.goto(f"explorers/sgd/?{query}")
    assert tab.evaluate(SHOWN)["numbers"]["side"] == side


def says(text: str, number: float) -> bool:
    """Whether the text holds the number, to four significant digits."""
    found = re.findall(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?", text.replace("−", "-"))
    return any(
        math.isclose(float(f), number, rel_tol=5.01e-4, abs_tol=1e-15) for f in found
    )


def check_drawn(tab: Tab, ys: list[float]) -> None:
    """The line is where the numbers are: its height is a linear function of them."""
    line = tab.locator(".explorer .lines > path:not(.at)").first.get_attribute("d")
    points = np.array(
        [[float(c) for c in p.split()] for p in (line or "")[1:].split("L")]
    )
    assert len(points) == len(ys)
    close(points[:, 0], np.linspace(points[0, 0], points[-1, 0], len(ys)), atol=0.02)
    slope, offset = (
        np.polyfit(ys, points[:, 1], 1) if max(ys) > min(ys) else (0, points[0, 1])
    )
    close(points[:, 1], slope * np.array(ys) + offset, atol=0.02)
    assert slope <= 0


# ---- the address ----


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("url", ADDRESSES)
def test_address_keeps_the_setting(tab: Tab, url: str) -> None:
    tab.goto(url)
    assert urlsplit(tab.url).query == ""
    rng = random.Random(url)
    for _ in range(3):
        draw_all(tab, rng)
        before = tab.evaluate(SHOWN)
        tab.reload()
        assert tab.evaluate(SHOWN) == before
    entries = tab.evaluate("history.length")
    draw_all(tab, rng)
    assert tab.evaluate("history.length") == entries


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize(
    "query",
    [
        {"scheduler": "Nope", "family": "nope", "condition": "many"},
        {"lr": "NaN", "step": "1e999", "error": "Infinity", "momentum": "-0.1"},
        {"lr": "", "step": " ", "scheduler": "", "nesterov": "yes", "L1Loss": "true"},
        {"lr": "<b>", "step": "101", "nesterov": "2", "L1Loss": "", "delta": "0x"},
        {"__proto__": "1", "constructor": "1", "toString": "1"},
    ],
)
@pytest.mark.parametrize("url", ADDRESSES)
def test_broken_address_is_the_default(
    tab: Tab, url: str, query: dict[str, str]
) -> None:
    tab.goto(url)
    default = tab.evaluate(SHOWN)
    tab.goto(f"{url}?{urlencode(query)}")
    assert tab.evaluate(SHOWN) == default
    assert urlsplit(tab.url).query == ""
    tab.goto(f"{url}?%ff%00=&&==%")
    assert tab.evaluate(SHOWN) == default


LINKS = [
    (f"{PREFIX[language]}explorers/{name}/", query)
    for language in LANGUAGES
    for name in NAMES
    for query in re.findall(
        r"\]\(\?([^)]*)\)",
        (DOCS / f"{language}/explorers/{name}.md").read_text("utf-8"),
    )
]


@pytest.mark.usefixtures("errors")
def test_links_are_settings(tab: Tab) -> None:
    """A setting that a page links to is understood, every word of it."""
    assert len(LINKS) > 20
    for url, query in LINKS:
        tab.goto(f"{url}?{query}")
        kept = urlsplit(tab.url).query
        assert parse_qs(kept) == parse_qs(query, strict_parsing=True), f"{url}?{query}"


def test_language_switch_keeps_the_setting(tab: Tab) -> None:
    tab.goto("explorers/sgd/?lr=0.2")
    href = tab.locator('.md-select__link[hreflang="en"]').get_attribute("href")
    assert (href or "").endswith("en/explorers/sgd/?lr=0.2")


# ---- everyone ----


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("url", ADDRESSES)
def test_keyboard(tab: Tab, url: str) -> None:
    """Every input is reached by Tab, shows that it has focus, and obeys the arrows."""
    tab.goto(url)
    fields = tab.evaluate(FIELDS)
    tab.locator(f'[name="{fields[0]["name"]}"]').focus()
    tab.keyboard.press("Shift+Tab")
    for field in fields:
        tab.keyboard.press("Tab")
        focused = tab.locator(":focus")
        assert focused.get_attribute("name") == field["name"]
        assert focused.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
        before = tab.evaluate(SHOWN)
        tab.keyboard.press("Space" if field["type"] == "checkbox" else "ArrowRight")
        after = tab.evaluate(SHOWN)
        if after["state"][field["name"]] == before["state"][field["name"]]:
            tab.keyboard.press("ArrowLeft")  # it was at its end
            after = tab.evaluate(SHOWN)
        assert after["state"][field["name"]] != before["state"][field["name"]]
        assert tab.locator(":focus").get_attribute("name") == field["name"]
        if field["type"] == "range":
            output = tab.locator(f'output[for="{focused.get_attribute("id")}"]')
            assert says(output.inner_text(), float(after["state"][field["name"]]))
        tab.evaluate(SET, {field["name"]: before["state"][field["name"]]})


@pytest.mark.parametrize("url", ADDRESSES)
def test_inputs_have_labels_in_the_language(tab: Tab, url: str) -> None:
    tab.goto(url)
    for field in tab.evaluate(FIELDS):
        labels = tab.locator(f'label[for="explorer-{field["name"]}"]')
        assert labels.count() == 1
        is_python = labels.locator("code").count() == 1
        assert (
            labels.inner_text() == field["name"] if is_python else labels.inner_text()
        )
    text = tab.locator(".explorer form, .explorer [role=status]").all_inner_texts()
    has_chinese = re.search(r"[\u3400-\u9fff]", "".join(text)) is not None
    assert has_chinese == (not url.startswith("en/"))
    for svg in tab.locator(".explorer svg").all():
        assert svg.get_attribute("role") == "img"
        assert svg.get_attribute("aria-label")


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_in_both_languages_and_used(name: str) -> None:
    code = (ROOT / f"overrides/assets/explorers/{name}.js").read_text("utf-8")
    texts = explorer_texts()[name]
    assert not CJK.search(code)
    for language in LANGUAGES:
        for key, text in texts[language].items():
            assert text
            assert re.search(rf"\b{key}\b", code), f"{name}.js does not use {key!r}"
    assert any(map(CJK.search, texts["zh"].values()))


@pytest.mark.usefixtures("errors")
@pytest.mark.parametrize("url", ADDRESSES)
def test_fits_a_phone(tab: Tab, url: str) -> None:
    resize(tab, (390, 844))
    tab.goto(url)
    rng = random.Random(url)
    for _ in range(5):
        draw_all(tab, rng)
        assert tab.evaluate("document.documentElement.scrollWidth") == 390


#: Note where everything is that is drawn, but for the figure that the script replaces.
STAND = """() => {
  const seen = (e) => e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true })
    && !e.closest(".explorer .plot > *, .md-sidebar")  // the menu scrolls to the page's entry
  window.stood = [...document.body.querySelectorAll("*")].filter(seen)
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, { width, height, top }]) => width && height && top < innerHeight)
  return window.stood.length
}"""
#: What is elsewhere now: what it is, and from where to where it went.
MOVED = """() => {
  const place = ({ x, y }) => `${x} ${y}`
  return window.stood.map(([e, before]) => [e, before, e.getBoundingClientRect()])
    .filter(([, a, b]) => Math.abs(a.x - b.x) > 0.1 || Math.abs(a.y - b.y) > 0.1)
    .map(([e, a, b]) => `${e.cloneNode().outerHTML}: ${place(a)} -> ${place(b)}`)
}"""


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_page_does_not_move_at_the_start(tab: Tab, url: str, width: int) -> None:
    """The script is late; what has been drawn by then stays where it is.

    Places are compared, and not the browser's `layout-shift`: that also counts what moves
    before, and how much of it depends on when the fonts of formulas arrive.
    """
    resize(tab, (width, 2400))  # high: below the explorer there is text in sight
    held = hold(tab, "**/frame.js")
    tab.goto(url, wait_until="commit")
    tab.locator("footer").wait_for(state="attached")
    rest(tab)
    assert tab.locator(".explorer .plot svg").is_visible()
    assert tab.locator(".explorer form").count() == 0
    assert tab.evaluate(STAND) > 100
    below = "window.stood.filter(([e]) => e.matches('.explorer ~ *')).length"
    assert tab.evaluate(below) > 2
    (script,) = held
    script.continue_()
    tab.locator(".explorer.ready form").wait_for()
    settle(tab)
    moved = tab.evaluate(MOVED)
    assert not moved, f"{len(moved)} elements moved: {moved[:5]}"


@pytest.mark.parametrize("url", ADDRESSES)
def test_without_javascript(browser: Browser, address: str, url: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(url)
    assert tab.locator(".explorer figure svg").is_visible()
    figure = tab.locator(".explorer figure").bounding_box()
    whole = tab.locator(".explorer").bounding_box()
    assert figure
    assert whole
    assert whole["height"] < figure["height"] + 40
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_small(site: Path, name: str) -> None:
    """What an explorer adds to a page, compressed; and no other page loads it."""
    folder = site / "assets/explorers"
    files = [folder / "frame.js", folder / f"{name}.js", folder / "explorer.css"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 8 * 1024
    assert "explorers/frame.js" not in (site / "index.html").read_text("utf-8")
    assert "assets/explorers" not in (site / "index.html").read_text("utf-8")
