"""What MkDocs alone can do: a second language, files that are no pages, the whole HTML."""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any
from urllib.parse import urljoin, urlsplit

import jieba
import nbformat
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from optguide_site import fonts, ledger, links, markdown, math, theme
from optguide_site.lab import front_matter
from optguide_site.notebook import to_notebook
from optguide_site.page import ROOT, blank_front_matter
from optguide_site.stale import frame_changed, is_stale

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
#: The styles and scripts that a page fetches.
_FETCHED = re.compile(
    r'\s*(<link rel="(?:stylesheet|modulepreload)"[^>]*>|<script [^>]*src="[^>]*></script>)'
)
#: Words that jieba would cut in pieces, and search then could not tell from their parts.
WORDS = (
    "过拟合",
    "欠拟合",
    "中位数",
    "次梯度",
    "交叉熵",
    "学习率",
    "超参数",
    "小批量",
    "闭包",
    "归约",
)
#: What the search passes over, but only after it has taken each element apart.
_UNSEARCHED = re.compile(
    r"<math\b.*?</math>|<(div|figure)\b[^>]* data-search-exclude.*?</\1>", re.DOTALL
)
_CHINESE = re.compile(r"[\u3400-\u9fff]{3,}")
_serving = False
#: Whether pages are built only where something changed, and each language's index for search
_dirty = False
_indexes: dict[str, Any] = {}
_templates = FileSystemBytecodeCache()
#: page -> name -> text: what lies beside the page
_downloads: dict[str, dict[str, str]] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the pages are for a reader or for the author's own browser."""
    global _serving, _dirty
    _serving, _dirty = command == "serve", dirty


def _teach_jieba() -> None:
    jieba.setLogLevel(logging.WARNING)
    for word in WORDS:
        jieba.add_word(word)


def on_config(config: MkDocsConfig) -> None:
    """English lives below the address of the Chinese site; both share the reader's settings."""
    _teach_jieba()
    links.name_lines(Path(config.docs_dir))
    root = config.site_url or "/"
    config.extra["root_url"] = root
    config.extra["scope"] = urlsplit(root).path
    if config.theme["language"] == "en":
        config.site_url = f"{root}en/"
    if config.repo_url:
        config.edit_uri = f"edit/main/docs/{config.theme['language']}/"
    # Both languages share the plugin, which adds what changed to the index it has.
    search: Any = config.plugins["material/search"]
    search.search_index_prev = _indexes.get(config.theme["language"])


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give the site KaTeX's style sheet and the fonts it names first, and a lighter theme."""
    theme.change(files)
    for path in [
        math.KATEX / "katex.min.css",
        *sorted(math.KATEX.glob("fonts/*.woff2")),
    ]:
        uri = f"assets/katex/{path.relative_to(math.KATEX).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(path)))
    if table := files.get_file_from_path("verified.md"):
        # Last, when all pages that it tells of have been read.
        files.remove(table)
        files.append(table)
    if _dirty:
        frame = frame_changed()
        for file in files.documentation_pages():
            source, built = Path(file.abs_src_path or ""), Path(file.abs_dest_path)
            # MkDocs asks twice.
            vars(file)["is_modified"] = partial(bool, is_stale(source, built, frame))


def on_env(env: Environment, **_: Any) -> None:
    """Compile the theme's templates once, not for each language and each page that is saved."""
    env.bytecode_cache = _templates


def on_pre_page(page: Page, **_: Any) -> None:
    """Let the site's own Markdown render what mkdocs-jupyter made a page of.

    Its nbconvert knows neither explicit heading ids nor boxes nor links between pages,
    leaves formulas to MathJax, and sets no ids on Chinese headings; what it writes is
    634 KB a page, half of it scripts and styles that the site does not use.
    """
    vars(page).pop("render", None)


def on_page_markdown(text: str, page: Page, **_: Any) -> str:
    """Tell the extension which file this is, and keep its line numbers."""
    path = Path(page.file.abs_src_path or "")
    markdown.source.set(path)
    if path.suffix == ".py":
        page.meta.update(front_matter(text))
        return text
    return blank_front_matter(path.read_text("utf-8"), text)


def on_page_content(_html: str, /, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Offer the page as a notebook, and each of its examples as a file."""
    model = markdown.converted.get()
    language = config.theme["language"]
    name = Path(page.url).name or config.site_name
    folder = urljoin(
        str(page.canonical_url), "." if page.file.name == "index" else ".."
    )
    notebook = to_notebook(model, folder, config.repo_url)
    page.meta["verified"] = ledger.verified(model) if model.blocks else None
    page.meta["gpu"] = ledger.on_gpu(model) if model.blocks else None
    page.meta["has_code"] = bool(model.blocks)
    page.meta["notebook"] = f"{name}.ipynb"
    files = {f"{name}.ipynb": nbformat.v4.writes(notebook) + "\n", **model.downloads()}
    page.meta["colab"] = colab(config.repo_url, f"{language}/{page.url}{name}.ipynb")
    page.meta["tags"] = searchable(page.meta.get("tags", []))
    page.meta["examples"] = sorted(set(files) - {page.meta["notebook"]})
    _downloads[page.file.src_uri] = files


def colab(repository: str | None, notebook: str) -> str | None:
    """Where Colab opens a notebook, given a repository on GitHub, the only ones it knows.

    The deploy workflow keeps the notebooks of the site on the branch ``notebooks``.
    """
    found = urlsplit(repository or "")
    if found.netloc != "github.com":
        return None
    path = found.path.strip("/").removesuffix(".git")
    return f"https://colab.research.google.com/github/{path}/blob/notebooks/{notebook}"


def searchable(tags: list[str]) -> list[str]:
    """What a page is about, as the theme's search has to be told.

    It looks for the longest known beginning of a Chinese word, but never for the whole: so
    the word less its last character has to be known too.
    """
    return [*tags, *(tag[:-1] for tag in tags if _CHINESE.fullmatch(tag))]


@event_priority(100)
def _leave_out(_context: Any, /, page: Page, **_: Any) -> None:
    """Show the search plugin a page without what it passes over: a third of its elements."""
    page.meta["content"] = page.content
    page.content = _UNSEARCHED.sub("", page.content or "")


@event_priority(-100)
def _put_back(_context: Any, /, page: Page, **_: Any) -> None:
    page.content = page.meta.pop("content")


on_page_context = CombinedEvent(_leave_out, _put_back)


def with_policy(html: str) -> str:
    """Let a page load from its own site alone; the theme's inline scripts by their hash.

    Inline style attributes stay allowed: KaTeX places every symbol with one.
    """
    scripts = {
        b64encode(sha256(script.encode()).digest()).decode()
        for script in _INLINE_SCRIPT.findall(html)
    }
    hashes = "".join(f" 'sha256-{digest}'" for digest in sorted(scripts))
    policy = (
        f"default-src 'self'; script-src 'self'{hashes}; style-src 'self'; "
        "style-src-attr 'unsafe-inline'; img-src 'self' data:"
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)


def with_names(html: str, search: str) -> str:
    """Name what the theme leaves nameless for screen readers: search, parts of the menu.

    A section that is a page too is labelled by an icon; its title is what it should be.
    The keyboard gets into a signature, which may scroll.
    """
    html = html.replace("<pre><span></span><code>", '<pre><code tabindex="0">')
    html = html.replace('role="dialog"', f'role="dialog" aria-label="{search}"', 1)
    html = re.sub(
        r'aria-labelledby="(__nav_\w+)_label"', r'aria-labelledby="\1_title"', html
    )
    title = r'<label class="md-nav__title" for="(__nav_\w+)"'
    return re.sub(title, r'\g<0> id="\1_title"', html)


def without_waiting(html: str) -> str:
    """Let the first paint wait for no script nor for a style it lacks, and no file for another.

    With a policy in the page, a browser does not look ahead for files: it asks for what it has
    parsed, and stops at a script until the styles are there. So files come before all scripts.
    """
    html = re.sub(
        r'<script (?=src="[^"]*/bundle\.\w+\.min\.js")', "<script defer ", html
    )
    if 'class="doc ' not in html:
        html = re.sub(r'<link [^>]*_mkdocstrings\.css">', "", html)
    fetched = "".join(_FETCHED.findall(html))
    return _FETCHED.sub("", html).replace("</title>", f"</title>{fetched}", 1)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Write the downloads; add the policy, but not where MkDocs injects its reload script."""
    folder = Path(page.file.abs_dest_path).parent
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _downloads.pop(page.file.src_uri).items():
        (folder / name).write_text(text, "utf-8")
    output = with_names(
        output, "搜索" if config.theme["language"] == "zh" else "Search"
    )
    output = theme.with_boxes(without_waiting(output))
    return output if _serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The 404 page is a template and no page."""
    is_html = template_name.endswith(".html") and not _serving
    return with_policy(output_content) if is_html else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """After Chinese, build English into ``en/``, and keep of the fonts what both need."""
    if _dirty:
        search: Any = config.plugins["material/search"]
        _indexes[config.theme["language"]] = search.search_index
    if config.theme["language"] == "zh":
        english = load_config(
            str(ROOT / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / "en"),
            site_url=config.extra["root_url"],
            strict=config.strict,
        )
        build(english, dirty=_dirty)
        if not (_serving or _dirty):  # the next page may need another character
            folder = "assets/katex/fonts"
            fonts.cut(Path(config.site_dir, folder), math.characters())
            copytree(
                Path(config.site_dir, folder),
                Path(english.site_dir, folder),
                dirs_exist_ok=True,
            )


def on_serve(server: LiveReloadServer, **_: Any) -> None:
    """A change in English, in an example or in the package rebuilds as one in Chinese."""
    for name in ("docs/en", "mkdocs.en.yml", "snippets", "src", "overrides"):
        server.watch(str(ROOT / name))
