"""MkDocs' hooks; what they do is in `optguide_site.building`."""

from pathlib import Path
from typing import Any

from mkdocs.utils.meta import get_data

from optguide_site.building import Building

building = Building()


def on_startup(command: str, dirty: bool) -> None:
    building.begin(serving=command == "serve", dirty=dirty)


def on_config(config: Any) -> None:
    building.configure(config)


def on_env(env: Any, **_: Any) -> None:
    env.bytecode_cache = building.templates


def on_pre_page(page: Any, **_: Any) -> None:
    """Let the site's own Markdown render what mkdocs-jupyter made a page of.

    Its nbconvert knows neither explicit heading ids nor boxes nor links between pages, leaves
    formulas to MathJax, and writes 634 KB a page, half of it scripts that the site does not use.
    """
    vars(page).pop("render", None)


def on_page_markdown(text: str, page: Any, **_: Any) -> str:
    if page.file.src_uri.endswith(".ipynb"):
        beside = Path(page.file.abs_src_path).with_suffix(".md")
        text, meta = get_data(beside.read_text("utf-8"))
        page.meta.update(meta)
        page.edit_url = page.edit_url and page.edit_url.replace(".ipynb", ".py")
    return text


def on_post_build(config: Any) -> None:
    building.end(config)


def on_serve(server: Any, config: Any, **_: Any) -> None:
    building.watch(server, config)
