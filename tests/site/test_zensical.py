"""Zensical builds the same site from the same pages; what differs is listed, with the reason."""

import json
import os
import re
import subprocess
from collections import Counter
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest

from optguide_site import zensical
from optguide_site.prepare import PREFIX
from optguide_site.project import LANGUAGES
from optguide_site.read.source import PageError
from tests.support.pages import LABS, NAMES, url

pytestmark = pytest.mark.slow

#: What is not the same in both builds, and why. CONTRIBUTING points here. An entry that no
#: longer holds fails, like a difference that is not listed.
DIFFERENT = {
    "marks for the search": (
        "Zensical leaves out of its index what has data-search-exclude, as MkDocs does, and "
        "takes the mark out of the page."
    ),
    "words cut for the search": (
        "Zensical knows no jieba. It finds Chinese words within sentences all the same, but "
        "ranks the page that has a word as a tag below pages that mention it."
    ),
    "index of the search": (
        "It is search.json, and no search/search_index.json. overrides/main.html waits for "
        "the first search with the latter alone: Zensical's is fetched with each page."
    ),
    "form of the search": (
        "Zensical's script makes it, in a shadow root; the page holds just a button."
    ),
    "policy for style sheets": (
        "That script brings a style sheet, which style-src has to allow."
    ),
    "files of the theme": (
        "Material brings lunr's languages, source maps and a style sheet for the reference; "
        "Zensical has another search, no maps, and the style in its own sheet."
    ),
    "home pages titled optguide": (
        "Zensical does not tell the home page from others, and writes '首页 - optguide'."
    ),
    "name of the builder": "Zensical writes it into each page; MkDocs writes its own.",
}
_MARKS = re.compile(r" data-search-exclude(?:=\"\")?")
_TARGET = '<a id="__skip" tabindex="-1"></a>'  # of Zensical's "skip to content"


@pytest.fixture(scope="module")
def other(site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it."""
    assert site.is_dir()
    try:
        zensical.environment()
    except subprocess.CalledProcessError as failed:
        message = f"zensical cannot be installed: {failed}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    folder = tmp_path_factory.mktemp("zensical")
    zensical.build(address, "", folder)
    return folder / "site"


@cache
def whole(site: Path, language: str, name: str) -> str:
    return (site / url(language, name) / "index.html").read_text("utf-8")


def article(site: Path, language: str, name: str) -> str:
    """What a page says, without what is listed above and without space between elements."""
    html = whole(site, language, name)
    html = html[html.index("<article") : html.rindex("</article>")]
    html = _MARKS.sub("", html).replace(_TARGET, "")
    html = re.sub(r"\s+", " ", html).replace("> <", "><")
    return html.replace('href="./', 'href="')


@cache
def counts(site: Path, language: str) -> Counter[str]:
    """How often a language's site has each thing that it consists of."""
    root = site / PREFIX[language]
    pages = [whole(site, language, name) for name in NAMES]
    text = "\n".join(pages)
    files = [path.relative_to(root).as_posix() for path in root.rglob("*.*")]
    if language == "zh":
        files = [name for name in files if not name.startswith("en/")]
    index = root / "search/search_index.json"
    found = json.loads(
        (index if index.is_file() else root / "search.json").read_bytes()
    )
    sections = found.get("docs") or found["items"]
    downloads = "".join(re.findall(r'<aside class="downloads">.*?</aside>', text, re.S))

    def here(pattern: str) -> int:
        return len(re.findall(pattern, text))

    def ending(*ends: str) -> int:
        return sum(name.endswith(ends) for name in files)

    return Counter(
        {
            "pages": ending("index.html"),
            "labs": sum((site / url(language, lab)).is_dir() for lab in LABS),
            "formulas": here(r'class="katex"'),
            "blocks of code": here(r'class="language-python highlight"'),
            "commands": here(r'class="language-sh highlight"'),
            "outputs": here(r'class="language-text output highlight"'),
            "figures": here(r'<figure class="plot"'),
            "tables": here(r'<table class="data">'),
            "boxes": here(r'class="admonition |<details class='),
            "names in the reference": here(r'class="doc doc-object '),
            "signatures": here(r'class="[^"]*doc-signature'),
            "explorers": here(r'<script type="module"'),
            "headings with a link": here(r'class="headerlink"'),
            "hreflang": here(r'<link rel="alternate " hreflang='),
            "hreflang in the sitemap": (root / "sitemap.xml")
            .read_text()
            .count("hreflang="),
            "language switch": here(
                r'<a href="[^"]*" hreflang="[^"]*" class="md-select__link"'
            ),
            "notebooks": ending(".ipynb"),
            "Markdown files": ending(".md"),
            "examples": ending(".py"),
            "llms.txt": ending("llms.txt", "llms-full.txt"),
            "links to downloads": downloads.count("<a "),
            "sections in the search": len(sections),
            "sections with tags": sum(bool(each.get("tags")) for each in sections),
            "pages with a policy": here(r'http-equiv="Content-Security-Policy"'),
            "bytes of fonts": sum(
                p.stat().st_size for p in root.glob("assets/**/*.woff2")
            ),
            "names for the search": here(
                r'role="dialog" aria-label="[^"]*"(?! aria-label)'
            ),
            "scripts that start part by part": sum(
                "function later(" in path.read_text("utf-8")
                for path in root.glob("assets/javascripts/bundle.*.js")
            ),
            "marks for the search": here(" data-search-exclude"),
            "words cut for the search": sum(
                e["text"].count("\u200b") for e in sections
            ),
            "index of the search": index.is_file(),
            "form of the search": here('<form class="md-search__form"'),
            "policy for style sheets": here("style-src 'self';"),
            "files of the theme": ending(".min.js", ".map", "_mkdocstrings.css"),
            "home pages titled optguide": here("<title>optguide</title>"),
            "name of the builder": here('content="zensical-'),
        }
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_builds_have_the_same(site: Path, other: Path, language: str) -> None:
    ours, theirs = counts(site, language), counts(other, language)
    for name in ours:
        print(
            f"{language} {name}: {ours[name]} with MkDocs, {theirs[name]} with Zensical"
        )
    differing = {name for name in ours if ours[name] != theirs[name]}
    assert differing == DIFFERENT.keys()
    assert ours["pages"] == len(NAMES)
    assert ours["labs"] == len(LABS)
    assert all(ours[name] for name in ours.keys() - {"name of the builder"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_the_same(site: Path, other: Path, language: str) -> None:
    for name in NAMES:
        ours, theirs = article(site, language, name), article(other, language, name)
        if ours != theirs:
            before, after = (
                text.replace("<", "\n<").split("\n") for text in (ours, theirs)
            )
            changes = [*unified_diff(before, after, "MkDocs", "Zensical", n=1)]
            change = "\n".join(changes[:40])
            pytest.fail(f"{language}/{name}\n{change}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_and_navigation_lead_to_the_same(
    site: Path, other: Path, language: str
) -> None:
    """Twins, canonical address, description and the links of the navigation, in order."""
    kept = re.compile(
        r'<link rel="(?:alternate |canonical|prev|next)"[^>]*>|<title>.* - optguide</title>|'
        r'<meta (?:name="description"|property)[^>]*>'
    )
    entries = re.compile(r'<a href="([^"]*)" class="md-nav__link')
    for name in NAMES:
        heads, menus = [], []
        for build in (site, other):
            html = whole(build, language, name).replace('href="./', 'href="')
            head = html[: html.index("<body")]
            if name == "index.md":  # see DIFFERENT
                head = re.sub("<title>.*</title>", "", head)
            heads.append(sorted(kept.findall(head)))
            links = [os.path.normpath(link) for link in entries.findall(html)]
            menus.append([link for link in links if "#" not in link])
        assert heads[0] == heads[1], f"{language}/{name}"
        assert menus[0] == menus[1], f"{language}/{name}"


def test_a_lab_is_edited_where_it_is_written(tmp_path: Path) -> None:
    page = tmp_path / "labs/ravine/index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<a href="https://host/edit/main/docs/en/labs/ravine.md">')
    zensical.edit_labs(tmp_path)
    assert (
        page.read_text() == '<a href="https://host/edit/main/docs/en/labs/ravine.py">'
    )


def test_a_broken_formula_stops_the_build(tmp_path: Path) -> None:
    page = tmp_path / "changelog/index.html"
    page.parent.mkdir()
    page.write_text('<span class="math">')
    zensical.refuse_broken_formulas(tmp_path)
    page.write_text('<span class="math broken">')
    with pytest.raises(PageError, match="KaTeX refuses a formula"):
        zensical.refuse_broken_formulas(tmp_path)


def test_links_to_labs_lead_to_their_markdown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "build/pages/en/labs"
    folder.mkdir(parents=True)
    text = "[a](x.ipynb) [b](x.ipynb#id) [c](https://host/x.ipynb) `x.ipynb`"
    (folder / "index.md").write_text(text)
    (folder / "x.ipynb").write_text("{}")
    monkeypatch.setattr(zensical, "BUILD", tmp_path / "build")
    zensical.copy_pages("en", tmp_path / "copy")
    assert not (tmp_path / "copy/labs/x.ipynb").exists()
    copied = (tmp_path / "copy/labs/index.md").read_text()
    assert copied == "[a](x.md) [b](x.md#id) [c](https://host/x.ipynb) `x.ipynb`"
