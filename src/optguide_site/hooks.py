"""MkDocs' hooks: prepare the pages first, build both languages, finish the site."""

from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError
from mkdocs.utils.meta import get_data

from optguide_site import project
from optguide_site.finish import Site, finish
from optguide_site.prepare import Prepared, prepare
from optguide_site.read.source import PageError
from optguide_site.run import lab
from optguide_site.words import words

#: One build after the other, while serving: how, of what, and the index of each search.
how: dict[str, bool] = {"serving": False, "dirty": False}
last: dict[str, Any] = {"indexes": {}, "running": set()}


def on_startup(command: str, dirty: bool) -> None:
    how.update(serving=command == "serve", dirty=dirty)


def on_config(config: Any) -> None:
    language, root = config.theme["language"], config.site_url or "/"
    if language == "zh":
        try:
            last["prepared"] = prepare(
                address=root, repository=config.repo_url or "", serving=how["serving"]
            )
        except PageError as error:
            raise BuildError(f"\n{error}") from None
    else:
        config.site_url = f"{root}en/"
    prepared: Prepared = last["prepared"]
    config.docs_dir = str(project.BUILD / "pages" / language)
    config.mdx_configs["optguide_site.extend.code"]["pages"] = config.docs_dir
    config.nav = prepared.nav[language]
    config.edit_uri = f"edit/main/docs/{language}/" if config.repo_url else None
    config.extra |= {"root_url": root, "scope": urlsplit(root).path, "words": words(language), "both": {l: words(l) for l in project.LANGUAGES}}
    config.plugins["material/search"].search_index_prev = last["indexes"].get(language)


def on_pre_page(page: Any, **_: Any) -> None:
    vars(page).pop("render", None)  # of a notebook: our own Markdown renders it


def on_page_markdown(text: str, page: Any, **_: Any) -> str:
    if page.file.src_uri.endswith(".ipynb"):
        prepared = Path(page.file.abs_src_path).with_suffix(".md")
        text, meta = get_data(prepared.read_text("utf-8"))
        page.meta.update(meta)
        page.edit_url = page.edit_url and page.edit_url.replace(".ipynb", ".py")
    return text


def on_post_build(config: Any) -> None:
    language, site = config.theme["language"], Path(config.site_dir)
    last["indexes"][language] = config.plugins["material/search"].search_index if how["dirty"] else None
    if language == "zh":
        english = load_config(
            str(project.ROOT / "mkdocs.en.yml"),
            site_dir=str(site / "en"),
            site_url=config.extra["root_url"],
            strict=config.strict,
        )
        build(english, dirty=how["dirty"])
        finish(Site(site, project.BUILD, serving=how["serving"]))


def on_serve(server: Any, config: Any, **_: Any) -> None:
    server.unwatch(config.docs_dir)
    for name in ("docs", "snippets", "src", "overrides", "mkdocs.en.yml", ".build/labs"):
        server.watch(str(project.ROOT / name))
