"""The built site holds what the page model says; what is wrong in a page stops the build."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fontTools.ttLib import TTFont

import optguide
from optguide_site import prepare
from optguide_site.extend.math import KATEX
from optguide_site.finish.fonts import formula_characters
from optguide_site.project import LANGUAGES
from tests.support.pages import NAMES, article, each_page, shown, url
from tests.support.project import environment, small

PAGES = [(language, name) for language in LANGUAGES for name in NAMES]


@each_page()
def test_html_shows_the_blocks_that_run(site: Path, language: str, name: str) -> None:
    """Python blocks of the HTML = blocks that run + blocks that say why they do not."""
    page = shown(language, name)
    root = article(site, language, name)
    tags = root.select(".language-python")
    others = root.select(".language-text pre, .language-sh pre, .doc-signature pre")
    assert len(tags) == len(page.blocks) == len(root.select("pre")) - len(others)
    for tag, block in zip(tags, page.blocks, strict=True):
        code = tag.select_one("code")
        assert code
        assert code.get_text().strip("\n") == block.code.strip("\n")
        assert str(tag.get("data-copy", block.code)) == block.copy
        (button,) = tag.select("button")
        assert button["data-clipboard-target"] == f"#{code['id']}"
        assert tag.get("data-no-run") == block.skip
        after = tag.find_next_sibling()
        is_output = after is not None and "output" in (after.get("class") or [])
        assert is_output == (block.output is not None)
        if after is not None and block.output is not None:
            assert "language-text" in (after.get("class") or [])
            assert after.get_text().strip("\n") == block.output.strip("\n")


@each_page()
def test_the_downloads_beside_a_page_are_that_page(
    site: Path, language: str, name: str
) -> None:
    """Notebook, Markdown and examples; and the page links to each."""
    page = shown(language, name)
    folder = site / url(language, name)
    (notebook,) = folder.glob("*.ipynb")
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    assert cells[0]["source"][0].strip() == f"# {page.title}"
    text = notebook.with_suffix(".md").read_text("utf-8")
    assert text.startswith(f"# {page.title}\n")
    assert "--8<--" not in text
    folded = [figure.example for figure in page.figures]
    for block in page.blocks:
        assert block in folded or block.code.strip("\n") in text
        assert (block.output or "").strip("\n") in text
    html = (folder / "index.html").read_text("utf-8")
    aside = html[html.index('<aside class="downloads">') :]
    linked = set(re.findall(r'<a href="([^"/:]+)"', aside.partition("</aside>")[0]))
    assert linked == {notebook.name, f"{notebook.stem}.md", *prepare.downloads(page)}
    for example in linked:
        assert (folder / example).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms_txt_points_to_the_markdown_of_every_page(
    site: Path, address: str, language: str
) -> None:
    root = site / ("en" if language == "en" else ".")
    links = re.findall(r"\]\(([^)]*\.md)\)", (root / "llms.txt").read_text("utf-8"))
    assert len(links) == len(NAMES)
    whole = (root / "llms-full.txt").read_text("utf-8")
    for link in links:
        path = site / link.removeprefix(address)
        assert path.read_text("utf-8").rstrip() in whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_have_what_formulas_are_made_of_and_no_more(
    site: Path, language: str
) -> None:
    root = site / ("en" if language == "en" else ".")
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
    for path in (KATEX / "fonts").glob("*.woff2"):
        with TTFont(path) as font:
            full = font.getBestCmap()
        with TTFont(root / "assets/katex/fonts" / path.name) as font:
            cut = font.getBestCmap()
        assert wanted & full.keys() <= cut.keys() <= full.keys(), path.name
        kept, whole = kept + len(cut), whole + len(full)
    assert kept < whole / 2


def test_characters_of_formulas_and_no_others() -> None:
    html = (
        '<p>no<span class="math"><span class="katex"><span class="katex-mathml">n</span>'
        '<span class="katex-html" aria-hidden="true"><span style="x">a</span>&lt;</span>'
        "</span></span>no</p>"
    )
    assert formula_characters(html) == {"a", "<"}


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
    ("text", "message"),
    [
        ('# T { #t }\n\n--8<-- "fist.py"\n', "page.md:3: no file 'fist.py'"),
        ("# T { #t }\n\n[dead](nowhere.md)\n", "page.md:3: no page 'nowhere.md'"),
        ("# T { #t }\n\nA formula: $\\frec{1}{N}$\n", "page.md:3: KaTeX parse error"),
    ],
)
def test_bad_page_stops_the_build(tmp_path: Path, text: str, message: str) -> None:
    """With one message that names the file and the line."""
    project = small(tmp_path, {"index.md": "# Home { #home }\n", "page.md": text})
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
    )
    assert ran.returncode, ran.stderr
    assert message in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (project / "site/index.html").exists() or "KaTeX" in message
