"""What MkDocs alone can do: a second language, files that are no pages, the whole HTML."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from optguide_site import markdown, math
from optguide_site.page import ROOT, blank_front_matter

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_serving = False


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the pages are for a reader or for the author's own browser."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """English lives below the address of the Chinese site; both share the reader's settings."""
    root = config.site_url or "/"
    config.extra["root_url"] = root
    config.extra["scope"] = urlsplit(root).path
    if config.theme["language"] == "en":
        config.site_url = f"{root}en/"
    if config.repo_url:
        config.edit_uri = f"edit/main/docs/{config.theme['language']}/"


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


def on_post_page(output: str, **_: Any) -> str:
    """Add the policy, but not where MkDocs injects its reload script."""
    return output if _serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The 404 page is a template and no page."""
    is_html = template_name.endswith(".html") and not _serving
    return with_policy(output_content) if is_html else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """After Chinese, build English into ``en/``."""
    if config.theme["language"] == "zh":
        english = load_config(
            str(ROOT / "mkdocs.en.yml"),
            site_dir=str(Path(config.site_dir) / "en"),
            site_url=config.extra["root_url"],
            strict=config.strict,
        )
        build(english)


def on_serve(server: LiveReloadServer, **_: Any) -> None:
    """A change in English, in an example or in the package rebuilds as one in Chinese."""
    for name in ("docs/en", "mkdocs.en.yml", "snippets", "src", "overrides"):
        server.watch(str(ROOT / name))
