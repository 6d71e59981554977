"""The built site holds what the page model says; what is wrong in a page stops the build."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fontTools.ttLib import TTFont
from mkdocs.commands.build import build
from mkdocs.config import load_config

import optguide
from optguide_site import math
from optguide_site.page import LANGUAGES, ROOT, Page, pages
from tests.support.pages import article

L1 = ROOT / "docs/en/losses/regression/l1.md"
PAGES = [
    (language, path.relative_to(ROOT / "docs" / language).as_posix())
    for language, path in pages()
]


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_html_shows_the_blocks_that_run(site: Path, language: str, name: str) -> None:
    """Python blocks of the HTML = blocks that run + blocks that say why they do not."""
    page = Page.read(ROOT / "docs" / language / name, language)
    root = article(site, language, name)
    shown = root.select(".language-python")
    others = root.select(".language-text pre, .language-sh pre, .doc-signature pre")
    assert len(shown) == len(page.blocks) == len(root.select("pre")) - len(others)
    for tag, block in zip(shown, page.blocks, strict=True):
        code = tag.select_one("code")
        assert code
        assert code.get_text().strip("\n") == block.shown.strip("\n")
        assert str(tag.get("data-copy", block.shown)) == block.copy
        (button,) = tag.select("button")
        assert button["data-clipboard-target"] == f"#{code['id']}"
        assert tag.get("data-no-run") == block.no_run
        after = tag.find_next_sibling()
        is_output = after is not None and "output" in (after.get("class") or [])
        assert is_output == (block.output is not None)
        if after is not None and block.output is not None:
            assert "language-text" in (after.get("class") or [])
            assert after.get_text().strip("\n") == block.output.strip("\n")


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_the_notebook_beside_a_page_is_that_page(
    site: Path, language: str, name: str
) -> None:
    page = Page.read(ROOT / "docs" / language / name, language)
    path = Path(name).with_suffix("")
    folder = path.parent if path.name == "index" else path
    (found,) = (site / Path(*["en"] * (language == "en")) / folder).glob("*.ipynb")
    cells = json.loads(found.read_text("utf-8"))["cells"]
    assert cells[0]["source"][0].strip() == f"# {page.title}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_have_what_formulas_are_made_of_and_no_more(
    site: Path, language: str
) -> None:
    root = site / Path(*["en"] * (language == "en"))
    text = "".join(
        span.get_text()
        for page in (
            "losses/sequences/ctc",
            "optim/sgd/quadratic",
            "losses/regression/huber",
        )
        for span in BeautifulSoup(
            (root / page / "index.html").read_text("utf-8"), "html.parser"
        ).select(".katex-html")
    )
    wanted, kept, whole = set(map(ord, text)), 0, 0
    assert ord("∑") in wanted
    for path in (math.KATEX / "fonts").glob("*.woff2"):
        with TTFont(path) as font:
            full = font.getBestCmap()
        with TTFont(root / "assets/katex/fonts" / path.name) as font:
            cut = font.getBestCmap()
        assert wanted & full.keys() <= cut.keys() <= full.keys(), path.name
        kept, whole = kept + len(cut), whole + len(full)
    assert kept < whole / 2


class Names(HTMLParser):
    """The ids of a document, and what it links or loads, with the element that does."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids.add(found.get("id") or "")
        if tag in ("a", "link", "script", "img"):
            self.links.append((tag, found.get("href") or found.get("src") or ""))


def reference(site: Path, language: str) -> list[Tag]:
    return [
        article(site, language, name)
        for of, name in PAGES
        if of == language and name.startswith("reference/")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_has_every_public_name_once(site: Path, language: str) -> None:
    found = [
        {str(tag["id"]) for tag in page.select("[id]")}
        for page in reference(site, language)
    ]
    modules = [
        import_module(f"optguide.{module.name}")
        for module in iter_modules(optguide.__path__)
    ]
    public = {f"{m.__name__}.{name}" for m in modules for name in m.__all__}
    assert len(public) > 60
    assert {
        name: sum(name in ids for ids in found) for name in public
    } == dict.fromkeys(public, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_sphinx_is_left_in_the_reference(site: Path, language: str) -> None:
    for page in reference(site, language):
        assert not re.findall(r".*(?:\.\. \w+::|:\w+:`).*", page.get_text())


def test_every_link_arrives(site: Path, address: str) -> None:
    """Every page, script, style sheet and picture that is named exists; only <a> leaves."""
    documents = {
        path: Names(path)
        for path in site.rglob("*.html")
        if path.name != "404.html"  # its addresses start at the root of the host
    }
    checked = 0
    for path, document in documents.items():
        here = address + path.parent.relative_to(site).as_posix() + "/"
        for tag, reference in document.links:
            link = urljoin(here, reference)
            if not link.startswith(address):
                assert tag == "a", f"{path}: {tag} leaves the site: {link}"
                continue
            name, fragment = urlsplit(link).path[1:], urlsplit(link).fragment
            target = site / unquote(name)
            target = (target / "index.html" if target.is_dir() else target).resolve()
            assert target.is_file(), f"{path}: no {link}"
            if fragment and not fragment.startswith("__"):
                assert unquote(fragment) in documents[target].ids, (
                    f"{path}: no id for {link}"
                )
            checked += 1
    assert checked > 20 * len(documents)


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (
            lambda s: s.replace("l1/equal.py", "l1/eqal.py"),
            "no file 'losses/regression/l1/eqal.py'",
        ),
        (
            lambda s: s.replace("by_hand.py:errors", "by_hand.py:erors"),
            "no section 'erors'",
        ),
        (lambda s: s.replace("```python", "```python title='x'", 1), "unknown fence"),
        (lambda s: s.replace("```python", "~~~python", 1), "unknown fence"),
        (lambda s: s.replace("```python", "```py", 1), "unknown fence"),
        (
            lambda s: s.replace("## Formula", "```text\nx\n```\n\n## Formula"),
            "above an output",
        ),
        (
            lambda s: s.replace(
                "## Formula",
                "<!--pytest-codeblocks:expected-output-->\n```text\nx\n```\n\n## Formula",
            ),
            "an output without code",
        ),
        (lambda s: s.replace(r"\frac{1}{N}", r"\frac{1}{N"), "KaTeX parse error"),
        (
            lambda s: s.replace(r"\frac{1}{N}", r"\frec{1}{N}"),
            "Undefined control sequence",
        ),
        (lambda s: s.replace("curve.svg", "curv.svg"), "no figure"),
        (
            lambda s: s.replace(
                "## Formula", '--8<-- "losses/regression/l1/equal.py"\n\n## Formula'
            ),
            "inside a fence",
        ),
        (
            lambda s: s.replace("by_hand.out:errors", "by_hand.out:gradient"),
            "output of another block",
        ),
        (lambda s: s + "\n```python\n", "never closed"),
    ],
)
def test_bad_page_is_named(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    break_it: Callable[[str], str],
    message: str,
) -> None:
    assert_named(*build_broken(tmp_path, caplog, break_it), message)


@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (lambda s: s + "\n[dead](nowhere.md)\n", "nowhere.md"),
        (lambda s: s + "\n[dead](#nowhere)\n", "#nowhere"),
    ],
)
def test_dead_link_is_named(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    break_it: Callable[[str], str],
    message: str,
) -> None:
    assert_named(*build_broken(tmp_path, caplog, break_it), message)


def assert_named(broken: list[str], log: str, message: str) -> None:
    """The log says ``message``, the file, and the line where the page was broken."""
    pairs = zip_longest(broken, L1.read_text("utf-8").split("\n"))
    first = next(number for number, (now, then) in enumerate(pairs, 1) if now != then)
    reported = next(line for line in log.splitlines() if message in line)
    assert "l1.md:" in reported
    line = int(reported.partition("l1.md:")[2].partition(":")[0])
    assert abs(line - first) <= 4, reported


def build_broken(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, break_it: Callable[[str], str]
) -> tuple[list[str], str]:
    """Build one page, broken: the page's lines, and what was logged."""
    path = tmp_path / "docs" / L1.name
    path.parent.mkdir()
    text = break_it(L1.read_text("utf-8"))
    path.write_text(text, "utf-8")
    config = load_config(
        str(ROOT / "mkdocs.en.yml"),
        docs_dir=str(path.parent),
        site_dir=str(tmp_path / "site"),
        nav=[{"L1": path.name}],
        strict=True,
    )
    with pytest.raises(SystemExit):
        build(config)
    return text.split("\n"), caplog.text
