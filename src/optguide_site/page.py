"""The page model: what a page shows, what runs, and what a reader copies.

A page is Markdown without code of its own. A Python fence holds one include, in the
notation of ``pymdownx.snippets``, of a file below ``snippets/`` or ``src/``::

    ```python
    --8<-- "losses/regression/l1/by_hand.py:mean"
    ```

    <!--pytest-codeblocks:expected-output-->
    ```text
    --8<-- "losses/regression/l1/by_hand.out:mean"
    ```

All sections of one file on a page are one *example*: they share a namespace and stand in
the order of the file. A section runs, and is copied, together with the lines of the file
that come before it; this is why the includes are expanded here and not by
``pymdownx.snippets``, which knows a section but not what it needs.

MkDocs (`optguide_site.markdown`), pytest (``tests/site``) and whoever comes later ask
this model; none parses a page again.
"""

from __future__ import annotations

import ast
import io
import re
import textwrap
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs.exceptions import BuildError
from mkdocs.utils.meta import get_data
from pytest_codeblocks import extract_from_buffer

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh", "en")
#: Where includes are looked for.
INCLUDE_PATHS = (ROOT / "snippets", ROOT / "src")
#: What a fence may hold: an example, its output, commands for a shell.
SYNTAXES = ("python", "text", "sh")

#: The torch that outputs are recorded with, and everything is tested with first.
TORCH = re.findall(
    r"^torch==(.*)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE
)[0]

#: Comments in these words are marks for the model, not part of the page.
MARK = "<!--pytest"
EXPECTED_OUTPUT = f"{MARK}-codeblocks:expected-output-->"
_FENCE = re.compile(r"^(?P<indent>\s*)(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
_INCLUDE = re.compile(r'^--8<-- "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"$')
_SECTION = re.compile(r"^\s*(?:# )?--8<-- \[(?P<edge>start|end):(?P<name>[\w-]+)\]$")
_COMMENT = re.compile(r"^(?P<indent>\s*)# (?P<language>zh|en): ?(?P<text>.*)$")
_FIGURE = re.compile(
    r'^!\[(?P<alt>[^]]*)\]\((?P<path>[^\s)]+\.svg)(?: "(?P<caption>.*)")?\)$'
)
#: What another torch prints: ``example.torch-2.14.out``.
_OTHER = re.compile(r"^(?P<stem>.*)\.torch-(?P<release>\d+\.\d+)\.out$")
_SKIP = re.compile(r"""^pytest\.mark\.skip\(reason=(["'])(?P<reason>.+)\1\)$""")


def minor(torch: str) -> str:
    """``"2.14"`` of ``"2.14.1+cpu"``."""
    return ".".join(torch.split(".")[:2])


class PageError(BuildError):
    """Something in a page or in a file it includes is wrong; names file and line."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Say what is wrong at ``line`` (counted from 1) of ``path``."""
        shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        super().__init__(f"{shown}:{line}: {message}")


class Source:
    """A file that pages include, with its comments in one language.

    Full-line comments come in pairs, ``# zh: …`` and on the next line ``# en: …``;
    of each pair one line remains, without the mark.

    Raises:
        PageError: a comment has no twin, or a section is opened twice or never closed.
    """

    def __init__(self, path: Path, language: str) -> None:
        """Read ``path`` for readers of ``language``."""
        self.path = path
        #: name of a section -> first line, line after the last (indices in ``lines``)
        self.sections: dict[str, tuple[int, int]] = {}
        self.lines: list[str] = []
        open_at: dict[str, tuple[int, int]] = {}
        waiting: tuple[int, str] | None = None  # a zh comment: line number, indent
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            comment = _COMMENT.match(line)
            is_twin = comment is not None and comment["language"] == "en"
            if waiting and not (
                is_twin and comment and comment["indent"] == waiting[1]
            ):
                raise PageError(path, waiting[0], "'# zh:' without '# en:' below it")
            if is_twin and not waiting:
                raise PageError(path, number, "'# en:' without '# zh:' above it")
            waiting = None
            if comment:
                if not is_twin:
                    waiting = number, comment["indent"]
                if comment["language"] == language:
                    self.lines.append(
                        f"{comment['indent']}# {comment['text']}".rstrip()
                    )
                continue
            section = _SECTION.match(line)
            if not section:
                if "--8<--" in line:
                    raise PageError(
                        path, number, f"not a section mark: {line.strip()!r}"
                    )
                self.lines.append(line)
            elif section["edge"] == "start":
                if section["name"] in self.sections or section["name"] in open_at:
                    raise PageError(path, number, f"section {section['name']!r} again")
                open_at[section["name"]] = len(self.lines), number
            elif section["name"] not in open_at:
                raise PageError(
                    path, number, f"section {section['name']!r} has no start"
                )
            else:
                start, _ = open_at.pop(section["name"])
                self.sections[section["name"]] = start, len(self.lines)
        if waiting:
            raise PageError(path, waiting[0], "'# zh:' without '# en:' below it")
        for name, (_, number) in open_at.items():
            raise PageError(path, number, f"section {name!r} has no end")

    def span(self, section: str | None) -> tuple[int, int]:
        """First line of ``section`` and the line after its last; the whole file for None."""
        return (0, len(self.lines)) if section is None else self.sections[section]

    def text(self, start: int, end: int) -> str:
        """The lines from ``start`` up to ``end``, as one string that ends in a newline."""
        return "\n".join(self.lines[start:end]).strip("\n") + "\n"

    def whole(self) -> str:
        """The file, without section marks, with the comments of one language."""
        return self.text(0, len(self.lines))


@dataclass(frozen=True)
class Block:
    """One Python fence of a page."""

    page: Path
    line: int
    #: the included file
    path: Path
    section: str | None
    #: what the reader sees; of `optguide`, docstrings are cut to their first line
    shown: str
    #: what runs: the file from the end of the example's previous block to the end of
    #: this; of `optguide`, the file from its start
    run: str
    #: what the copy button gives: the file from its start to the end of this block
    copy: str
    #: the recorded output, None where the page shows none
    output: str | None
    #: why the block is not run, None for a block that is
    no_run: str | None
    #: what other torches print, by their release: ``{"2.14": "…"}``
    others: dict[str, str] = field(default_factory=dict)

    def printed_by(self, torch: str) -> str | None:
        """The output on record for a version of torch, ``"2.14.1+cpu"`` say."""
        return self.others.get(minor(torch), self.output)

    @property
    def name(self) -> str:
        """The include as the page writes it: path and section."""
        base = next(b for b in INCLUDE_PATHS if self.path.is_relative_to(b))
        name = self.path.relative_to(base).as_posix()
        return f"{name}:{self.section}" if self.section else name

    @property
    def is_reference(self) -> bool:
        """Whether the block shows `optguide` itself and not an example."""
        return self.path.is_relative_to(ROOT / "src")

    def recorded(self, suffix: str) -> Path:
        """The file beside the example that keeps what it printed or drew."""
        return self.path.with_suffix(suffix)


@dataclass(frozen=True)
class Figure:
    """A picture that an example drew, shown by a page as ``![alt](path "caption")``."""

    line: int
    path: Path
    alt: str
    caption: str | None


@dataclass
class Fence:
    """A fenced block as it stands in the page; ``end`` is the line that closes it."""

    line: int
    indent: str
    info: str
    body: list[str] = field(default_factory=list)
    end: int = 0


class Page:
    """A page in one language, with its includes expanded.

    Args:
        path: the Markdown file, for messages.
        language: ``"zh"`` or ``"en"``.
        text: its contents, front matter left blank so that lines keep their numbers.
        recording: take an output or a figure that was not recorded yet for an empty one.

    Raises:
        PageError: an include, a section, a fence or an output is not as it must be.
    """

    def __init__(
        self, path: Path, language: str, text: str, *, recording: bool = False
    ) -> None:
        """Parse the page; what is wrong in it is raised here."""
        self.path = path
        self.language = language
        self.recording = recording
        self.lines = text.split("\n")
        self.fences = self._read_fences()
        self.blocks = self._read_blocks()
        self.figures = self._read_figures()

    @classmethod
    def read(cls, path: Path, language: str, *, recording: bool = False) -> Page:
        """Read and parse a page."""
        text = path.read_text("utf-8")
        body = blank_front_matter(text, get_data(text)[0])
        return cls.of(path, language, body, recording=recording)

    @classmethod
    def of(
        cls, path: Path, language: str, text: str, *, recording: bool = False
    ) -> Page:
        """A page from its text; a notebook becomes a `Lab`."""
        if path.suffix == ".py":
            from optguide_site.lab import Lab

            cls = Lab
        return cls(path, language, text, recording=recording)

    def error(self, line: int, message: str) -> PageError:
        """A `PageError` at a line of this page."""
        return PageError(self.path, line, message)

    def _read_fences(self) -> list[Fence]:
        fences: list[Fence] = []
        mark = ""
        for number, line in enumerate(self.lines, 1):
            match = _FENCE.match(line)
            if mark:
                if match and match["mark"] == mark and not match["info"].strip():
                    fences[-1].end, mark = number, ""
                else:
                    fences[-1].body.append(line.removeprefix(fences[-1].indent))
            elif match:
                mark = match["mark"]
                if mark != "```" or match["info"] not in SYNTAXES:
                    fence = match["mark"] + match["info"]
                    raise self.error(
                        number,
                        f"unknown fence {fence!r}: write ``` and one of {SYNTAXES}, "
                        "without attributes",
                    )
                fences.append(Fence(number, match["indent"], match["info"]))
            elif "--8<--" in line:
                raise self.error(number, "an include stands inside a fence, alone")
        if mark:
            raise self.error(fences[-1].line, "this fence is never closed")
        return fences

    def _include(self, fence: Fence) -> tuple[Path, str | None]:
        """The one include of a fence: file and section."""
        match = _INCLUDE.match("\n".join(fence.body))
        if not match:
            raise self.error(
                fence.line,
                f'a {fence.info} fence holds one line, --8<-- "file.py" or '
                '--8<-- "file.py:section"',
            )
        for base in INCLUDE_PATHS:
            if (path := base / match["path"]).is_file():
                return path, match["section"]
        raise self.error(
            fence.line + 1, f"no file {match['path']!r} in snippets/ or src/"
        )

    def _section(
        self, fence: Fence, source: Source, section: str | None
    ) -> tuple[int, int]:
        try:
            return source.span(section)
        except KeyError:
            raise self.error(
                fence.line + 1,
                f"no section {section!r} in {source.path.relative_to(ROOT)}; "
                f"it has {sorted(source.sections) or 'none'}",
            ) from None

    def _read_blocks(self) -> list[Block]:
        outputs, others = self._read_outputs(), self._read_others()
        done: dict[Path, int] = {}  # how far each example has run
        sources: dict[Path, Source] = {}
        blocks = []
        python = [fence for fence in self.fences if fence.info == "python"]
        for fence in python:
            path, section = self._include(fence)
            source = sources.get(path) or Source(path, self.language)
            sources[path] = source
            start, end = self._section(fence, source, section)
            if end <= done.get(path, -1):
                raise self.error(
                    fence.line + 1,
                    f"sections of {path.name} stand on a page once, in the file's order",
                )
            shown = textwrap.dedent(source.text(start, end))
            since = done.get(path, 0)
            if path.is_relative_to(ROOT / "src"):
                # A section may end inside a class: what comes next can't run by itself.
                shown, since = short_docstrings(shown), 0
            recorded = None
            if output := outputs.get(fence.end):
                recorded = self._recorded(output, path, section)
            blocks.append(
                Block(
                    page=self.path,
                    line=fence.line,
                    path=path,
                    section=section,
                    shown=shown,
                    run=source.text(since, end),
                    copy=source.text(0, end),
                    output=recorded,
                    no_run=self._reason(fence),
                    others=others.pop((path, section), {}),
                )
            )
            done[path] = end
        for (path, section), texts in others.items():
            line = next(n for n, text in self.others.items() if text in texts.values())
            name = f"{path.name}:{section}" if section else path.name
            raise self.error(line, f"this page has no block {name} that prints it")
        # pytest-codeblocks is how others find the blocks of a page: it must see the same.
        text = "\n".join(self.lines)
        seen = extract_from_buffer(io.StringIO(text), max_num_lines=len(self.lines) + 2)
        if [b.lineno for b in seen if b.syntax == "python"] != [f.line for f in python]:
            raise self.error(1, "pytest-codeblocks finds other blocks on this page")
        return blocks

    def _read_outputs(self) -> dict[int, Fence]:
        """Output fences, by the line where the code above them ends."""
        code_ends = {f.end: f for f in self.fences if f.info == "python"}
        outputs = {}
        for fence in self.fences:
            above = fence.line - 1
            marked = self.lines[above - 1].strip() == EXPECTED_OUTPUT
            if fence.info != "text":
                if marked:
                    raise self.error(
                        above, f"{EXPECTED_OUTPUT} stands above a text fence"
                    )
                continue
            if self._other(fence):
                continue
            if not marked:
                raise self.error(fence.line, f"write {EXPECTED_OUTPUT} above an output")
            while not self.lines[above - 2].strip():
                above -= 1
            code = code_ends.get(above - 1)
            if code is None or code.indent != fence.indent:
                raise self.error(fence.line, "an output without code directly above it")
            outputs[code.end] = fence
        return outputs

    def _read_others(self) -> dict[tuple[Path, str | None], dict[str, str]]:
        """What other torches print: for each example and section, by their release."""
        found: dict[tuple[Path, str | None], dict[str, str]] = {}
        self.others: dict[int, str] = {}
        for fence in self.fences:
            match = self._other(fence) if fence.info == "text" else None
            if match:
                try:
                    path, section = self._include(fence)
                except PageError:
                    if self.recording:
                        continue  # another torch has yet to print it
                    raise
                source = Source(path, self.language)
                text = source.text(*self._section(fence, source, section))
                self.others[fence.line] = text
                example = path.with_name(f"{Path(match['stem']).name}.py"), section
                found.setdefault(example, {})[match["release"]] = text
        return found

    @staticmethod
    def _other(fence: Fence) -> re.Match[str] | None:
        """Whether a fence shows what another torch prints."""
        include = _INCLUDE.match("\n".join(fence.body))
        return _OTHER.match(include["path"]) if include else None

    def _recorded(self, fence: Fence, example: Path, section: str | None) -> str:
        """The recorded output that an output fence includes."""
        expected = example.with_suffix(".out")
        if self.recording:
            return ""
        if not expected.exists():
            raise self.error(
                fence.line + 1,
                f"{expected.relative_to(ROOT)} is missing: run pytest --update-outputs",
            )
        path, output_section = self._include(fence)
        if path != expected or output_section != section:
            raise self.error(fence.line + 1, "this is the output of another block")
        source = Source(path, self.language)
        return source.text(*self._section(fence, source, section))

    def _reason(self, fence: Fence) -> str | None:
        """Why a block is not run: ``<!--pytest.mark.skip(reason="…")-->`` above it."""
        above = self.lines[fence.line - 2].strip()
        if not above.startswith("<!--pytest.mark."):
            return None
        mark = _SKIP.match(above.removeprefix("<!--").removesuffix("-->"))
        if not mark:
            raise self.error(fence.line - 1, 'a mark is pytest.mark.skip(reason="…")')
        return mark["reason"]

    def _read_figures(self) -> list[Figure]:
        figures = []
        for number, line in enumerate(self.lines, 1):
            if match := _FIGURE.match(line.strip()):
                path = ROOT / "snippets" / match["path"]
                if not path.is_file() and not self.recording:
                    raise self.error(
                        number,
                        f"no figure snippets/{match['path']}: run pytest --update-outputs",
                    )
                if not match["alt"].strip():
                    raise self.error(number, "a figure needs an alternative text")
                figures.append(Figure(number, path, match["alt"], match["caption"]))
        return figures

    def figures_of(self, block: Block) -> list[Figure]:
        """The figures on the page that a block draws."""
        return [
            figure
            for figure in self.figures
            if figure.path == block.recorded(".svg") and "plt.show()" in block.run
        ]

    def downloads(self) -> dict[str, str]:
        """What is offered beside the page: its examples, each whole, by file name."""
        return {
            path.name: Source(path, self.language).whole()
            for path, blocks in self.examples.items()
            if not blocks[0].is_reference
        }

    @property
    def title(self) -> str:
        """The text of the first heading."""
        heading = next(line for line in self.lines if line.startswith("# "))
        return heading.removeprefix("# ").partition(" { #")[0]

    @cached_property
    def examples(self) -> dict[Path, list[Block]]:
        """The blocks by the file they show, in the page's order."""
        examples: dict[Path, list[Block]] = {}
        for block in self.blocks:
            examples.setdefault(block.path, []).append(block)
        return examples


def short_docstrings(code: str) -> str:
    """Leave of each docstring its first line: the page says the rest, and a copy has it."""
    lines = code.split("\n")
    documented = (ast.FunctionDef, ast.ClassDef)
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, documented)]
    for node in sorted(nodes, key=lambda node: -node.lineno):
        doc = node.body[0]
        if ast.get_docstring(node) and doc.end_lineno != doc.lineno:
            lines[doc.lineno - 1] += '"""'
            del lines[doc.lineno : doc.end_lineno]
    return "\n".join(lines)


def blank_front_matter(text: str, body: str) -> str:
    """``body``, the end of ``text``, with blank lines where the front matter was."""
    return "\n" * (text.count("\n") - body.count("\n")) + body


def pages() -> list[tuple[str, Path]]:
    """Language and path of every page, in a fixed order."""
    return [
        (language, path)
        for language in LANGUAGES
        for path in sorted((ROOT / "docs" / language).rglob("*"))
        if path.suffix == ".md" or path.match("labs/*.py")
    ]
