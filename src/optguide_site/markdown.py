"""The Markdown extension of the guide: pages expanded, formulas rendered, figures inlined.

It works on text alone. `optguide_site.hooks` tells it which file the text comes from, so
that messages name it.
"""

from __future__ import annotations

import html
import re
from contextvars import ContextVar
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import BashLexer, PythonLexer

from optguide_site import figure, math, verified
from optguide_site.lab import Lab
from optguide_site.page import MARK, Block, Figure, Page, PageError

#: The file that is being converted.
source: ContextVar[Path] = ContextVar("source", default=Path("page.md"))
#: The page that was converted last.
converted: ContextVar[Page] = ContextVar("converted")
#: All pages that were converted, each as it was the last time.
known: dict[Path, Page] = {}

_MATH = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\[([](?P<tex>.*?)\\[)\]]</(?P=tag)>',
    re.DOTALL,
)
#: Names, spaces, punctuation and operators look like any code: to mark each of them makes
#: more than half of a page's elements. An f-string is one string, with its braces.
_PLAIN = re.compile(r'<span class="(?:n|w|p|o|kc|sa|fm|vm)">([^<]*)</span>')
_STRINGS = re.compile(r'(?:<span class="s[12i]">[^<]*</span>){2,}')
_SPAN = re.compile(r"</?span[^>]*>")
#: A line that stands for the tables of what was verified.
VERIFIED = "<!--optguide:verified-->"
#: Bytes of a line of code that fit on the narrowest phone: a longer one makes its block
#: scroll. A Chinese character is two columns wide, and three bytes long.
_NARROW = 30
_COPY = {"zh": "复制", "en": "Copy to clipboard"}
_LEXERS = {"python": PythonLexer(), "sh": BashLexer()}
_FORMATTER = HtmlFormatter(nowrap=True)


@cache  # both languages show much the same code
def _coloured(language: str, text: str) -> str:
    """Code as HTML; what code printed has no colours."""
    if language not in _LEXERS:
        return html.escape(text, quote=False)
    coloured: str = highlight(text, _LEXERS[language], _FORMATTER)
    return coloured


class _Expand(Preprocessor):
    """Fences get their code, figures their picture.

    Whatever finds fences in Markdown at large takes three times as long.
    """

    def __init__(self, md: Markdown, extension: OptguideExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        page = Page.of(
            source.get(), self.extension.getConfig("language"), "\n".join(lines)
        )
        self.extension.page = page
        self.numbers = count()
        blocks = {block.line: block for block in page.blocks}
        self.drawn = {picture.path for picture in page.figures}
        figures = {picture.line: picture for picture in page.figures}
        fences = {fence.line: fence for fence in page.fences}
        expanded: list[str] = []
        number = 1
        while number <= len(page.lines):
            line = page.lines[number - 1]
            indent = line[: len(line) - len(line.lstrip())]
            if fence := fences.get(number):
                if fence.info == "python":
                    output = blocks[number].output
                    shown = [self._block(blocks[number])]
                    if isinstance(page, Lab):  # output and figure hang on the cell
                        shown += ["", self.code("text", output)] if output else []
                        shown.append("")
                elif fence.info == "text":
                    printed = page.others.get(number, output)
                    assert printed is not None
                    shown = [self.code("text", printed)]
                else:
                    shown = [self.code(fence.info, "\n".join(fence.body))]
                expanded += [indent + part for part in shown]
                number = fence.end
            elif picture := figures.get(number):
                expanded.append(indent + self.md.htmlStash.store(self._figure(picture)))
            elif line == VERIFIED:
                expanded += verified.tables(page.language, page.path, known).split("\n")
            elif not line.lstrip().startswith(MARK):
                expanded.append(line)
            number += 1
        return expanded

    def code(
        self, language: str, text: str, head: str = "", attributes: str = ""
    ) -> str:
        """A block of code, or what code printed, as it stands among the lines.

        The keyboard gets into it if it may scroll (site.js sees whether it does), and what
        is no output has a button that copies it. The theme's script would do both, one
        block after the other, late.
        """
        kind, button, given = f"language-{language}", "", ""
        text = text.strip("\n") + "\n"
        if language == "text":
            kind += " output"
        else:
            name = f"__code_{next(self.numbers)}"
            given = f' id="{name}"'
            button = (
                '<span class="md-code__nav"><button class="md-code__button" type="button" '
                f'title="{_COPY[self.extension.page.language]}" data-md-type="copy" '
                f'data-clipboard-target="#{name}"></button></span>'
            )
        if any(len(line) > _NARROW for line in text.encode().splitlines()):
            given += ' tabindex="0"'
        return self.md.htmlStash.store(
            f'<div class="{kind} highlight"{attributes}>{head}<pre>{button}'
            f"<code{given}>{_coloured(language, text)}</code></pre></div>"
        )

    def _block(self, block: Block) -> str:
        attributes = f' data-example="{html.escape(block.name)}"'
        if block.copy != block.shown:
            attributes += f' data-copy="{html.escape(block.copy)}"'
        if block.path.with_suffix(".svg") in self.drawn:
            # nobody looks for how a picture is drawn
            attributes += " data-search-exclude"
        if block.no_run:
            attributes += f' data-no-run="{html.escape(block.no_run)}"'
        head = ""
        if block.is_reference:
            head = f'<span class="filename">{block.name.split(":")[0]}</span>'
        return self.code("python", block.shown, head, attributes)

    @staticmethod
    def _figure(picture: Figure) -> str:
        caption = (
            f"<figcaption>{html.escape(picture.caption)}</figcaption>"
            if picture.caption
            else ""
        )
        svg = figure.inline(picture.path, picture.alt)
        return f'<figure class="plot" data-search-exclude>{svg}{caption}</figure>'


class _Finish(Postprocessor):
    """What only the finished HTML can take: formulas, and fewer colours."""

    def __init__(self, md: Markdown, extension: OptguideExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        page = self.extension.page
        # Not before: a page with docstrings has them converted, too, on the way.
        converted.set(page)
        known[page.path] = page
        text = _PLAIN.sub(r"\1", text)
        text = _STRINGS.sub(
            lambda run: f'<span class="s2">{_SPAN.sub("", run[0])}</span>', text
        )
        found = {
            m[0]: math.Formula(html.unescape(m["tex"]).strip(), m["tag"] == "div")
            for m in _MATH.finditer(text)
        }
        try:
            rendered = math.render(found.values())
        except math.FormulaError as error:
            formula, message = error.args
            raise PageError(page.path, self._line_of(formula.tex), message) from None
        return _MATH.sub(
            lambda match: self._formula(match["tag"], rendered[found[match[0]]]), text
        )

    @staticmethod
    def _formula(tag: str, rendered: str) -> str:
        return f'<{tag} class="math" data-search-exclude>{rendered}</{tag}>'

    def _line_of(self, tex: str) -> int:
        """The line of the page where a formula begins."""
        first = tex.split("\n")[0]
        lines = enumerate(self.extension.page.lines, 1)
        return next((number for number, line in lines if first in line), 1)


class OptguideExtension(Extension):
    """Options: ``language``, ``"zh"`` or ``"en"``: whose comments code keeps."""

    page: Page

    def __init__(self, **kwargs: Any) -> None:
        """Take the options as Python-Markdown gives them."""
        self.config = {"language": ["zh", "whose comments code keeps"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run before HTML is looked for (20), and after the raw HTML is back (30)."""
        md.preprocessors.register(_Expand(md, self), "optguide_expand", 28)
        md.postprocessors.register(_Finish(md, self), "optguide_finish", 10)


def makeExtension(**kwargs: Any) -> OptguideExtension:
    """Python-Markdown asks for this name."""
    return OptguideExtension(**kwargs)
