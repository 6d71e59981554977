"""A built site on disk: its pages are read once, changed by each step, written once."""

from __future__ import annotations

from pathlib import Path

#: The end of a page that is finished: a builder that builds only what changed leaves others.
_END = "<!--finished-->"


class NoMatch(Exception):
    """The built site is not what a step expects: the theme has changed."""


class Site:
    """A built site of both languages.

    Args:
        folder: where it is: Chinese at its root, English in ``en/``.
        build: the folder of the prepared pages.
        serving: for the author's own browser, which gets a script to reload pages.
    """

    def __init__(self, folder: Path, build: Path, *, serving: bool = False) -> None:
        """Read the pages that are not finished yet."""
        self.folder, self.build, self.serving = folder, build, serving
        texts = {
            path: path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))
        }
        #: every page that a step may change
        self.pages = {p: t for p, t in texts.items() if not t.endswith(_END)}
        #: whether other pages, and the theme's files, were finished before
        self.is_partial = len(self.pages) < len(texts)

    def language(self, path: Path) -> str:
        """Whose page it is."""
        return "en" if path.relative_to(self.folder).parts[0] == "en" else "zh"

    def root(self, language: str) -> Path:
        """Where the site of a language begins."""
        return self.folder / "en" if language == "en" else self.folder

    def save(self) -> None:
        """Write what was changed."""
        for path, text in self.pages.items():
            path.write_text(text + _END, "utf-8")
