"""What MkDocs alone can do: build the second language, and name the page being read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from optguide_site import markdown, math
from optguide_site.page import ROOT, blank_front_matter


def on_config(config: MkDocsConfig) -> None:
    """English lives below the address of the Chinese site."""
    config.extra["root_url"] = config.site_url
    if config.theme["language"] == "en" and config.site_url:
        config.site_url += "en/"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Give the site KaTeX's style sheet and the fonts it names first."""
    for path in [
        math.KATEX / "katex.min.css",
        *sorted(math.KATEX.glob("fonts/*.woff2")),
    ]:
        uri = f"assets/katex/{path.relative_to(math.KATEX).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(path)))


def on_page_markdown(text: str, page: Page, **_: Any) -> str:
    """Tell the extension which file this is, and keep its line numbers."""
    path = Path(page.file.abs_src_path or "")
    markdown.source.set(path)
    return blank_front_matter(path.read_text("utf-8"), text)


def on_post_build(config: MkDocsConfig) -> None:
    """After Chinese, build English into ``en/``."""
    if config.theme["language"] == "zh":
        english = load_config(
            str(ROOT / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / "en"),
            site_url=config.site_url,
            strict=config.strict,
        )
        build(english)


def on_serve(server: LiveReloadServer, **_: Any) -> None:
    """A change in English, in an example or in the package rebuilds as one in Chinese."""
    for name in ("docs/en", "mkdocs.en.yml", "snippets", "src", "overrides"):
        server.watch(str(ROOT / name))
