"""How MkDocs builds the site: prepare, Chinese, English, finish; once, or as an author writes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import Any

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError

from optguide_site.finish import Site, finish
from optguide_site.prepare import Memory, Prepared, prepare
from optguide_site.project import BUILD, ROOT, RUNS
from optguide_site.read.source import PageError
from optguide_site.run import lab
from optguide_site.words import for_templates

#: What an author may change.
WATCHED = ("docs", "snippets", "src", "overrides", "mkdocs.en.yml", ".build/labs")


class Building:
    """One build after the other."""

    def __init__(self) -> None:
        """Nothing is built yet."""
        self.serving = self.dirty = False
        #: whether English is there, which waits until Chinese is served
        self.has_english = self.is_served = False
        self.prepared = Prepared({}, {}, [])
        self.memory = Memory()
        #: each language's index for search, which a build of changed pages adds to
        self.indexes: dict[str, Any] = {}
        #: labs that run behind while pages are served
        self.labs: dict[str, subprocess.Popen[bytes]] = {}
        #: the theme's templates, compiled once
        self.templates = FileSystemBytecodeCache()

    def begin(self, *, serving: bool, dirty: bool) -> None:
        """Note whom the pages are for, and whether only changed pages are built."""
        self.serving, self.dirty = serving, dirty

    def configure(self, config: Any) -> None:
        """Prepare the pages, and let MkDocs take those of one language.

        Raises:
            BuildError: a page is broken, and this is not for the author's own browser.
        """
        language, root = config.theme["language"], config.site_url or "/"
        if language == "zh":
            try:
                self.prepared = prepare(
                    address=root,
                    repository=config.repo_url or "",
                    serving=self.serving,
                    memory=self.memory,
                )
            except PageError as error:
                raise BuildError(f"\n{error}") from None
            for problem in self.prepared.problems:
                print(f"\033[31m{problem}\033[0m", file=sys.stderr)
            self._run_labs()
        else:
            config.site_url = f"{root}en/"
        config.docs_dir = str(BUILD / "pages" / language)
        config.mdx_configs["optguide_site.extend.code"]["pages"] = config.docs_dir
        config.nav = self.prepared.nav[language]
        if config.repo_url:
            config.edit_uri = f"edit/main/docs/{language}/"
        config.extra |= for_templates(root, language)
        search = config.plugins["material/search"]
        search.search_index_prev = self.indexes.get(language)

    def end(self, config: Any) -> None:
        """After Chinese, build English into ``en/``, and finish both."""
        language, site = config.theme["language"], Path(config.site_dir)
        if self.dirty:
            search = config.plugins["material/search"]
            self.indexes[language] = search.search_index
        if language != "zh":
            return
        waits = self.serving and self.dirty and not self.is_served
        is_new = not self.has_english or "en" in self.prepared.changed
        if not waits and (is_new or not self.dirty):
            self.has_english = True
            english = load_config(
                str(ROOT / "mkdocs.en.yml"),
                site_dir=str(site / "en"),
                site_url=config.extra["root_url"],
                strict=config.strict,
            )
            build(english, dirty=self.dirty)
        finish(Site(site, BUILD, serving=self.serving))

    def watch(self, server: Any, config: Any) -> None:
        """Build again when a source changes, and not because a prepared page did."""
        server.unwatch(config.docs_dir)
        RUNS.mkdir(parents=True, exist_ok=True)
        for name in WATCHED:
            server.watch(str(ROOT / name))
        self.is_served = True
        # It is a change: the next build, once the server is there, has English.
        Timer(1, (RUNS / "served").touch).start()

    def _run_labs(self) -> None:
        """Run labs whose last run is out of date in processes of their own."""
        for page in self.prepared.stale if self.serving else ():
            now = f"{page.name} {lab.key(page)}"
            if now not in self.labs:
                command = [
                    sys.executable,
                    "-m",
                    "optguide_site.run.lab",
                    page.path.stem,
                ]
                self.labs[now] = subprocess.Popen(command)
