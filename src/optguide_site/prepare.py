"""Prepare the pages: plain Markdown for any builder, and the files offered beside each page.

::

    docs/ + snippets/ + src/
        |  read: each page once, into segments; labs run where their last run is out of date
        v
    .build/pages/zh, .build/pages/en    Markdown with code and outputs in place, notebooks of
        |                               the labs, figures, KaTeX
    .build/files/zh, .build/files/en    downloads: notebook, Markdown and examples of each page
        v
    mkdocs build, make build-zensical

``python -m optguide_site.prepare`` does it by hand; ``mkdocs build`` and ``mkdocs serve`` do it
first. A file is written only if its contents change, so that a builder that looks at times
builds just the pages that changed. All new contents are on the disk before the first file is
replaced: if anything fails before, the old tree is as it was.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin, urlsplit

import nbformat
from filelock import FileLock

from optguide_site.extend.math import KATEX
from optguide_site.project import BUILD, DOCS, LANGUAGES, ROOT, SOURCE, TORCH, shown
from optguide_site.read import cite, glossary
from optguide_site.read import nav as navigation
from optguide_site.read.page import Heading, Page, Prose, page_names, read_page
from optguide_site.read.source import PageError, Source, did_you_mean
from optguide_site.read.versions import LEDGER
from optguide_site.run import figure, lab, record
from optguide_site.words import explorer_texts, words
from optguide_site.write.markdown import figure_file, for_builder, for_reader
from optguide_site.write.notebook import to_notebook
from optguide_site.write.terms import Terms
from optguide_site.write.verified import tables

PREFIX = {"zh": "", "en": "en/"}
NAME = "optguide"
_CHINESE = re.compile(r"[\u3400-\u9fff]{3,}")
_TARGET = re.compile(r"\]\((?!\w+:)([^)\s]*?)(?:#([^)\s]*))?\)")
_CODE = re.compile(r"`[^`]*`")


@dataclass
class Prepared:
    """What was read, and what is wrong."""

    pages: dict[str, dict[str, Page]]
    #: for each language the navigation, as MkDocs takes it
    nav: dict[str, list[Any]]
    problems: list[PageError]
    #: labs whose last run is out of date
    stale: list[Page] = field(default_factory=list)
    #: languages of which a page was written
    changed: set[str] = field(default_factory=set)


@dataclass
class Known:
    """A page as it was read and written last."""

    page: Page
    #: the files it was read from, and their times and sizes then
    inputs: tuple[Path, ...]
    state: tuple[object, ...]
    digest: str = ""
    #: the terms of the glossary that it uses, and those that are marked in ``texts``
    terms: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    texts: dict[str, str] = field(default_factory=dict)


@dataclass
class Memory:
    """What an author's server keeps from one build to the next: pages that have not changed."""

    pages: dict[tuple[str, str], Known] = field(default_factory=dict)
    #: the state of what every page depends on
    shared: tuple[object, ...] = ()


def state(paths: Iterable[Path]) -> tuple[object, ...]:
    """Times and sizes of files; None for one that is not there."""
    found: list[object] = []
    for path in paths:
        try:
            stat = os.stat(path)
            found.append((stat.st_mtime_ns, stat.st_size))
        except OSError:
            found.append(None)
    return tuple(found)


def inputs_of(page: Page) -> tuple[Path, ...]:
    """The files that a page is made of."""
    found = {page.path, LEDGER, *(figure.path for figure in page.figures)}
    for block in page.blocks:
        others = [f".torch-{release}.out" for release in block.others]
        found |= {block.path, *map(block.recorded, (".out", *others))}
    return tuple(found)


def prepare(
    build: Path = BUILD,
    *,
    address: str = "",
    repository: str = "",
    serving: bool = False,
    memory: Memory | None = None,
) -> Prepared:
    """Read all pages and write what a builder needs below ``build``.

    Args:
        build: the folder; nothing else is changed.
        address: where the site will be, with a slash at its end.
        repository: the site's repository, if anywhere.
        serving: for the author's own browser: a broken page says what is wrong, and a lab
            shows its last run.
        memory: of the build before, if it shall be faster.

    Raises:
        PageError: a page is broken, and this is not for the author's own browser.
    """
    build.mkdir(parents=True, exist_ok=True)
    with FileLock(build / "lock"):
        made = _Preparation(address, repository, serving, memory or Memory())
        done = made.read()
        if done.problems and not serving:
            raise PageErrors(done.problems)
        written = replace_tree(build, made.write())
        frame = frame_files()
        for language in LANGUAGES:
            pages = build / "pages" / language
            if any(path.is_relative_to(pages) for path in written):
                done.changed.add(language)
            if touch(pages, frame):
                done.changed.add(language)
    return done


def frame_files() -> list[Path]:
    """What stands around every page: configurations and templates."""
    return [*ROOT.glob("mkdocs*.yml"), *(ROOT / "overrides").rglob("*.*")]


def touch(pages: Path, frame: list[Path]) -> bool:
    """Let a builder see that all pages change if their frame has; whether it had."""
    saved = max(path.stat().st_mtime for path in frame)
    old = [path for path in pages.rglob("*.*") if path.stat().st_mtime < saved]
    for path in old:
        os.utime(path)
    return bool(old)


class PageErrors(PageError):
    """All that is wrong, a line each."""

    def __init__(self, problems: list[PageError]) -> None:
        """Take at least one problem."""
        first = problems[0]
        super().__init__(first.path, first.line, first.message)
        self.args = ("\n".join(map(str, problems)),)


class _Preparation:
    def __init__(
        self, address: str, repository: str, serving: bool, memory: Memory
    ) -> None:
        self.address, self.repository, self.serving = address, repository, serving
        self.known = memory.pages
        code = [*sorted(SOURCE.rglob("*.py")), *sorted(SOURCE.rglob("*.yml"))]
        shared = (
            address,
            repository,
            *state([*code, *cite.FILES, *map(record.file, record.DEVICES)]),
            *state([glossary.TERMS, glossary.SYMBOLS]),
        )
        if memory.shared != shared:
            memory.shared = shared
            memory.pages.clear()
        self.broken: dict[tuple[str, str], PageError] = {}
        self.pages: dict[str, dict[str, Page]] = {}
        self.unrun: dict[str, lab.LabRun | None] = {}
        self.terms = {
            language: Terms(
                glossary.terms(language)
                if (DOCS / language / glossary.PAGE).is_file()
                else ()  # there is nowhere to lead to
            )
            for language in LANGUAGES
        }

    def read(self) -> Prepared:
        problems: list[PageError] = []
        try:
            nav = navigation.read_nav()
        except PageError as error:
            nav, problems = [], [error]
        names = page_names()
        problems += navigation.problems(nav, names) if nav else []
        order = [*dict.fromkeys([*navigation.listed(nav), *names])]
        for language in LANGUAGES:
            self.pages[language] = {}
            for name in order:
                path = DOCS / language / name
                if not path.is_file():
                    if name in names:
                        problems.append(missing(language, name))
                    continue
                try:
                    self.pages[language][name] = self.page(language, name, path)
                except PageError as error:
                    self.broken[language, name] = error
                    problems.append(error)
        problems += dead_links(self.pages, self.broken)
        stale = self.run_labs(problems) if self.serving or not problems else []
        titles = {
            language: {n: navigation.plain(p.title) for n, p in pages.items()}
            for language, pages in self.pages.items()
        }
        self.nav = {
            language: renamed(
                navigation.for_language(nav, language, titles[language]),
                ".py",
                ".ipynb",
            )
            for language in LANGUAGES
        }
        self.problems = problems
        return Prepared(self.pages, self.nav, problems, stale)

    def page(self, language: str, name: str, path: Path) -> Page:
        """Read a page, or remember it."""
        known = self.known.get((language, name))
        if known and known.state == state(known.inputs):
            return known.page
        before = state([path])
        page = read_page(path, language)
        inputs = inputs_of(page)
        is_lab = path.suffix == ".py"
        digest = record.digest(page) if page.blocks and not is_lab else ""
        now = state(inputs) if state([path]) == before else ()
        used = self.terms[language].used(page)
        self.known[language, name] = Known(page, inputs, now, digest, used)
        return page

    def run_labs(self, problems: list[PageError]) -> list[Page]:
        """Give labs their outputs; return those whose last run is out of date."""
        labs = {
            name: page
            for name, page in self.pages["zh"].items()
            if page.path.suffix == ".py"
        }
        stale = [page for page in labs.values() if not lab.kept(page)]
        if not self.serving:
            lab.run_all(stale)
        for language in LANGUAGES:
            for name in labs:
                if not (page := self.pages[language].get(name)):
                    continue
                found = lab.kept(page, stale=self.serving)
                self.unrun[name] = found
                try:
                    if found:
                        self.pages[language][name] = found.applied_to(page)
                except PageError as error:
                    if found and not found.current:
                        self.unrun[name] = None
                        continue
                    del self.pages[language][name]
                    self.broken[language, name] = error
                    problems.append(error)
        return stale

    def write(self) -> dict[str, bytes]:
        """All files by their path below the build folder."""
        texts: dict[str, str] = {}
        for language, pages in self.pages.items():
            root = urljoin(self.address, PREFIX[language])
            digests = {
                name: self.known[language, name].digest or record.digest(page)
                for name, page in pages.items()
                if page.blocks
            }
            whole = []
            terms = self.terms[language]
            for name in pages:
                terms.pages.update(self.known[language, name].terms)
            for name, page in pages.items():
                known = self.known[language, name]
                marked = terms.chosen(page, known.terms)
                is_fixed = (
                    known.page is page
                    and known.marked == marked
                    and name != "verified.md"
                )
                known.marked = marked
                errors = [e for e in self.problems if e.path == page.path]
                if not (is_fixed and known.texts):
                    table = (
                        tables(pages, digests, page) if name == "verified.md" else ""
                    )
                    known.texts = self.files(
                        page, digests.get(name), root, table, marked
                    )
                written = known.texts
                main = f"pages/{language}/{name}".replace(".py", ".md")
                whole.append(
                    written[f"files/{language}/{page.url}{file_name(page)}.md"]
                )
                notes = []
                if errors:
                    notes.append(("failure", "broken_page", errors))
                if name in self.unrun and not (found := self.unrun[name]):
                    notes.append(("info", "waiting_lab", []))
                elif name in self.unrun and found and not found.current:
                    notes.append(("info", "stale_lab", []))
                for kind, about, errors in notes:
                    text = with_box(written[main], kind, language, about, errors)
                    written = written | {main: text}
                texts |= written
            texts |= self.llms(language, root, whole)
            for (other, name), error in self.broken.items():
                if other == language:
                    text = f"# {name}\n"
                    texts[f"pages/{language}/{name}".replace(".py", ".md")] = with_box(
                        text, "failure", language, "broken_page", [error]
                    )
        contents = {name: text.encode() for name, text in texts.items()}
        return contents | self.assets()

    def files(
        self,
        page: Page,
        digest: str | None,
        root: str,
        table: str,
        marked: frozenset[str],
    ) -> dict[str, str]:
        """All that is written of one page."""
        folder = f"files/{page.language}/{page.url}"
        stem = f"{folder}{file_name(page)}"
        examples = downloads(page)
        main = f"pages/{page.language}/{page.name}"
        made = to_notebook(page, root, self.repository or None, table)
        notebook = f"{nbformat.v4.writes(made)}\n"
        prose = self.terms[page.language].marked(page, marked)
        text = for_builder(
            page, self.meta(page, digest, sorted(examples)), table, prose
        )
        found = {
            main.replace(".py", ".md"): text,
            f"{stem}.md": for_reader(page, root, table),
            f"{stem}.ipynb": notebook,
            **{f"{folder}{name}": code for name, code in examples.items()},
        }
        if page.path.suffix == ".py":
            found[main.replace(".py", ".ipynb")] = notebook
        return found

    def meta(
        self, page: Page, digest: str | None, examples: list[str]
    ) -> dict[str, Any]:
        """The front matter: the page's own, and what the theme's templates show."""
        name = file_name(page)
        meta = dict(page.meta)
        if tags := meta.get("tags"):
            meta["tags"] = searchable(tags)
        meta["notebook"] = f"{name}.ipynb"
        meta["markdown"] = f"{name}.md"
        if examples:
            meta["examples"] = examples
        notebook = f"{page.language}/{page.url}{name}.ipynb"
        if address := colab(self.repository, notebook):
            meta["colab"] = address
        if digest:
            meta["code"] = True
            cpu, gpu = record.summary(page, digest), record.on_gpu(page, digest)
            for key, found in (("verified", cpu), ("gpu", gpu)):
                if found:
                    at = found.session
                    meta[key] = {
                        "blocks": found.blocks,
                        "outputs": found.outputs,
                        "torch": at.torch,
                        "on": at.device if key == "verified" else at.platform,
                        "date": at.date,
                    }
        return meta

    def llms(self, language: str, root: str, whole: list[str]) -> dict[str, str]:
        """``llms.txt`` and ``llms-full.txt``: https://llmstxt.org."""
        home = self.pages[language].get("index.md")
        if not home:
            return {}
        lines = [f"# {NAME}", "", f"> {home.meta.get('description', '')}", ""]
        for page in self.pages[language].values():
            link = urljoin(root, f"{page.url}{file_name(page)}.md")
            about = page.meta.get("description", "")
            lines.append(f"- [{navigation.plain(page.title)}]({link}): {about}")
        return {
            f"files/{language}/llms.txt": "\n".join(lines) + "\n",
            f"files/{language}/llms-full.txt": "\n\n".join(whole),
        }

    def assets(self) -> dict[str, bytes]:
        """KaTeX's style sheet and fonts, the explorers' texts, and each language's figures."""
        found: dict[str, Path] = {}
        for path in (KATEX / "katex.min.css", *KATEX.glob("fonts/*.woff2")):
            found[f"assets/katex/{path.relative_to(KATEX).as_posix()}"] = path
        contents = {name: path.read_bytes() for name, path in found.items()}
        texts = json.dumps(explorer_texts(), ensure_ascii=False, indent=1)
        contents["assets/explorers/words.js"] = (
            f"export const TEXTS = {texts}\n".encode()
        )
        made = {
            f"pages/{language}/{name}": content
            for name, content in contents.items()
            for language in LANGUAGES
        }
        for language, pages in self.pages.items():
            for drawn in (each for page in pages.values() for each in page.figures):
                svg = drawn.path.read_text("utf-8")
                if not drawn.is_diagram:
                    svg = figure.in_language(svg, language)
                made[f"pages/{language}/{figure_file(drawn)}"] = svg.encode()
        return made


def file_name(page: Page) -> str:
    """What a page's downloads are called: ``l1``."""
    return Path(page.url).name or NAME


def missing(language: str, name: str) -> PageError:
    """A page is there in the other language only."""
    (other,) = (each for each in LANGUAGES if each != language)
    return PageError(
        DOCS / other / name,
        1,
        f"this page is missing in {'Chinese' if language == 'zh' else 'English'}: write "
        f"docs/{language}/{name} with the same headings and examples",
    )


def downloads(page: Page) -> dict[str, str]:
    """The examples of a page, each whole, by file name; the source of a lab."""
    if page.path.suffix == ".py":
        return {page.path.name: page.path.read_text("utf-8")}
    return {
        path.name: Source(path, page.language).whole()
        for path, blocks in page.examples.items()
        if not blocks[0].is_reference
    }


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


def renamed(nav: list[Any], before: str, after: str) -> list[Any]:
    """The navigation with other ends of files: in the tree a lab is a notebook."""
    found: list[Any] = []
    for entry in nav:
        ((title, inside),) = entry.items()
        if isinstance(inside, list):
            found.append({title: renamed(inside, before, after)})
        elif inside.endswith(before):
            found.append({title: inside.removesuffix(before) + after})
        else:
            found.append({title: inside})
    return found


def with_box(
    text: str, kind: str, language: str, title: str, errors: Iterable[PageError]
) -> str:
    """A page that begins with a box, below its title."""
    said = words(language)[title]
    if kind == "failure":
        lines = [f'!!! failure "{said}"', ""]
        for error in errors:
            about = str(error).replace("`", "'")
            lines += [f"    `{line}`" for line in about.split("\n")] + [""]
    else:
        lines = ["!!! info", "", f"    {said}"]
    box = "\n".join(lines)
    return re.sub(
        r"^# .*$", lambda title: f"{title[0]}\n\n{box}", text, count=1, flags=re.M
    )


def dead_links(
    pages: dict[str, dict[str, Page]], broken: dict[tuple[str, str], PageError]
) -> list[PageError]:
    """Links to pages and headings that are not there."""
    found = []
    for language, of_language in pages.items():
        ids = {
            name: {heading.id for heading in page.headings}
            for name, page in of_language.items()
        }
        for page in of_language.values():
            folder = Path(page.name).parent
            for line, text in prose_lines(page):
                for match in _TARGET.finditer(_CODE.sub("", text)):
                    target, anchor = match[1], match[2]
                    if target.startswith("?") or target.endswith(".svg"):
                        continue
                    name = os.path.normpath(folder / target) if target else page.name
                    if (language, name) in broken:
                        continue
                    if name not in ids:
                        near = did_you_mean(name, ids)
                        found.append(page.error(line, f"no page {target!r}{near}"))
                    elif anchor and anchor not in ids[name] and "." not in anchor:
                        near = did_you_mean(anchor, filter(None, ids[name]))
                        message = f"no heading {{ #{anchor} }} in {name}{near}"
                        found.append(page.error(line, message))
    return found


def prose_lines(page: Page) -> Iterable[tuple[int, str]]:
    """The lines of a page that may hold links, with their numbers."""
    for segment in page.walk():
        if isinstance(segment, Prose):
            yield from enumerate(segment.text.split("\n"), segment.line)
        elif isinstance(segment, Heading):
            yield segment.line, segment.text


def replace_tree(build: Path, contents: dict[str, bytes]) -> list[Path]:
    """Make the prepared folders hold just this; what is the same already is left alone.

    Returns:
        The files that were written or removed.

    Raises:
        OSError: a file cannot be written; then nothing has changed.
    """
    folders = [build / "pages", build / "files"]
    there = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    wanted = {build / name: content for name, content in contents.items()}
    changed = {
        path: content
        for path, content in wanted.items()
        if path not in there or path.read_bytes() != content
    }
    with TemporaryDirectory(dir=build, prefix="new-") as temporary:
        moves = []
        for number, (path, content) in enumerate(changed.items()):
            new = Path(temporary, str(number))
            new.write_bytes(content)
            moves.append((new, path))
        for path in there - wanted.keys():
            path.unlink()
        for new, path in moves:
            if path.is_dir():  # another version put a folder there
                path.rename(Path(temporary, f"folder-{new.name}"))
            path.parent.mkdir(parents=True, exist_ok=True)
            new.replace(path)
    for folder in folders:
        for inside in sorted(folder.rglob("*"), reverse=True):
            if inside.is_dir() and not any(inside.iterdir()):
                inside.rmdir()
    return [*changed, *(there - wanted.keys())]


def settings() -> dict[str, str]:
    """The address and the repository that the environment gives, as mkdocs.yml has them."""
    return {
        "address": os.environ.get("SITE_URL", "http://127.0.0.1:8000/"),
        "repository": os.environ.get("REPO_URL", ""),
    }


def main() -> int:
    """Prepare the pages, or say what is wrong with them."""
    try:
        done = prepare(**settings())  # type: ignore[arg-type]
    except PageError as error:
        print(error, file=sys.stderr)
        return 1
    count = sum(map(len, done.pages.values()))
    print(f"{count} pages in {shown(BUILD)}/pages, torch {TORCH}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
