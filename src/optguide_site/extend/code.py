"""The Markdown extension of the guide: code and outputs, figures, formulas.

It takes prepared pages (`optguide_site.write.markdown`) and works in any builder that uses
Python-Markdown. A mark above code says what it shows::

    <!--example losses/regression/l1/by_hand.py:mean-->
    <!--example losses/regression/l1/broadcast.py:surprise wrong-->
"""

from __future__ import annotations

import html
import logging
import re
from functools import cache
from itertools import count
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import BashLexer, PythonLexer

from optguide_site.extend import math
from optguide_site.project import DOCS, ROOT, SOURCE
from optguide_site.read.source import INCLUDE_PATHS, source
from optguide_site.run import figure
from optguide_site.words import words

#: MkDocs counts warnings of its own loggers; so a strict build fails.
log = logging.getLogger("mkdocs.optguide")

_FENCE = re.compile(r"^(?P<indent> *)(?P<mark>`{3,})(?P<language>python|text|sh)$")
_MARK = re.compile(
    r"^ *<!--(?P<kind>example|figure) (?P<name>\S+)(?: (?P<verdict>\w+))?-->$"
)
_PYTEST = re.compile(r"^ *<!--pytest(?:\.mark\.skip\(reason=\"(?P<skip>.*)\"\))?")
_FIGURE = re.compile(
    r"^(?P<indent> *)!\[(?P<alt>[^]]*)\]\([./]*(?P<path>figures/[^\s)]+\.svg)"
    r'(?: "(?P<caption>.*)")?\)$'
)
_MATH = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\\[([](?P<tex>.*?)\\[)\]]</(?P=tag)>',
    re.DOTALL,
)
#: Names, spaces, punctuation and operators look like any code: to mark each of them makes
#: more than half of a page's elements. An f-string is one string, with its braces.
_PLAIN = re.compile(r'<span class="(?:n|w|p|o|kc|sa|fm|vm)">([^<]*)</span>')
_STRINGS = re.compile(r'(?:<span class="s[12i]">[^<]*</span>){2,}')
_SPAN = re.compile(r"</?span[^>]*>")
#: Bytes of a line of code that fit on the narrowest phone: a longer one makes its block
#: scroll. A Chinese character is two columns wide, and three bytes long.
_NARROW = 30
_LEXERS = {"python": PythonLexer(), "sh": BashLexer()}
_FORMATTER = HtmlFormatter(nowrap=True)


@cache  # both languages show much the same code
def _coloured(language: str, text: str) -> str:
    """Code as HTML; what code printed has no colours."""
    if language not in _LEXERS:
        return html.escape(text, quote=False)
    coloured: str = highlight(text, _LEXERS[language], _FORMATTER)
    return coloured


class _Place(Preprocessor):
    """Code, outputs and figures go into the page as HTML, before anyone looks for fences.

    Whatever finds fences in Markdown at large takes three times as long.
    """

    def __init__(self, md: Markdown, extension: OptguideExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self.numbers = count()
        self.language: str = self.extension.getConfig("language")
        before: dict[str, str] = {}  # the code of a lab so far
        placed: list[str] = []
        kind = name = skip = verdict = ""
        position = 0
        while position < len(lines):
            line = lines[position]
            position += 1
            if mark := _MARK.match(line):
                kind, name = mark["kind"], mark["name"]
                verdict = mark["verdict"] or ""
            elif pytest := _PYTEST.match(line):
                skip = html.unescape(pytest["skip"] or "")
            elif fence := _FENCE.match(line):
                indent = fence["indent"]
                start = position
                while lines[position] != indent + fence["mark"]:
                    position += 1
                body = lines[start:position]
                text = "\n".join(each.removeprefix(indent) for each in body)
                position += 1
                attributes = head = ""
                if name:
                    attributes = self._attributes(name, text, before, kind, skip)
                    file = name.split(":")[0]
                    if (SOURCE / file).is_file():
                        head = f'<span class="filename">{file}</span>'
                    elif verdict:
                        said = words(self.language)[verdict]
                        head = f'<span class="verdict">{said}</span>'
                placed.append(
                    indent
                    + self._code(fence["language"], text, head, attributes, verdict)
                )
                kind = name = skip = verdict = ""
            elif picture := _FIGURE.match(line):
                placed.append(picture["indent"] + self._figure(picture))
            else:
                placed.append(line)
        return placed

    def _attributes(
        self, name: str, text: str, before: dict[str, str], kind: str, skip: str
    ) -> str:
        """What the block of an example says of itself to scripts."""
        file, _, section = name.partition(":")
        path = next((b / file for b in INCLUDE_PATHS if (b / file).is_file()), None)
        if path:
            whole = source(path, self.language)
            copy = whole.text(0, whole.span(section or None)[1])
        else:  # a lab, whose cells are in no file of snippets/
            copy = f"{before[file]}\n{text}\n" if file in before else f"{text}\n"
            before[file] = copy
        given = f' data-example="{html.escape(name)}"'
        if copy != text + "\n":
            given += f' data-copy="{html.escape(copy)}"'
        if kind == "figure":  # nobody looks for how a picture is drawn
            given += " data-search-exclude"
        if skip:
            given += f' data-no-run="{html.escape(skip)}"'
        return given

    def _code(
        self,
        language: str,
        text: str,
        head: str = "",
        attributes: str = "",
        verdict: str = "",
    ) -> str:
        """A block of code, or what code printed, as it stands among the lines.

        The keyboard gets into it if it may scroll (site.js sees whether it does), and what
        is no output has a button that copies it. The theme's script would do both, one
        block after the other, late.
        """
        kind, button, given = f"language-{language}", "", ""
        copy = "copy_wrong" if verdict == "wrong" else "copy"
        text = text.strip("\n") + "\n"
        if language == "text":
            kind += " output"
        else:
            name = f"__code_{next(self.numbers)}"
            given = f' id="{name}"'
            button = (
                '<span class="md-code__nav"><button class="md-code__button" type="button" '
                f'title="{words(self.language)[copy]}" data-md-type="copy" '
                f'data-clipboard-target="#{name}"></button></span>'
            )
        if any(len(line) > _NARROW for line in text.encode().splitlines()):
            given += ' tabindex="0"'
        return self.md.htmlStash.store(
            f'<div class="{f"{kind} {verdict}".strip()} highlight"{attributes}>{head}<pre>{button}'
            f"<code{given}>{_coloured(language, text)}</code></pre></div>"
        )

    def _figure(self, picture: re.Match[str]) -> str:
        caption = (
            f"<figcaption>{html.escape(picture['caption'])}</figcaption>"
            if picture["caption"]
            else ""
        )
        pages = ROOT / str(self.extension.getConfig("pages"))
        svg = figure.inline(pages / picture["path"], picture["alt"])
        kind = "diagram" if picture["path"].startswith("figures/diagrams/") else "plot"
        return self.md.htmlStash.store(
            f'<figure class="{kind}" data-search-exclude>{svg}{caption}</figure>'
        )


class _Finish(Postprocessor):
    """What only the finished HTML can take: formulas, and fewer colours."""

    def __init__(self, md: Markdown, extension: OptguideExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, text: str) -> str:
        text = _PLAIN.sub(r"\1", text)
        text = _STRINGS.sub(
            lambda run: f'<span class="s2">{_SPAN.sub("", run[0])}</span>', text
        )
        found = {
            m[0]: math.Formula(html.unescape(m["tex"]).strip(), m["tag"] == "div")
            for m in _MATH.finditer(text)
        }
        rendered = math.render(found.values())
        for formula in rendered:
            if isinstance(rendered[formula], math.FormulaError):
                self._report(formula, str(rendered[formula]))
        return _MATH.sub(
            lambda match: self._formula(match["tag"], rendered[found[match[0]]]), text
        )

    @staticmethod
    def _formula(tag: str, rendered: str | math.FormulaError) -> str:
        if isinstance(rendered, math.FormulaError):
            return f'<{tag} class="math broken">{html.escape(str(rendered))}</{tag}>'
        return f'<{tag} class="math" data-search-exclude>{rendered}</{tag}>'

    def _report(self, formula: math.Formula, message: str) -> None:
        """Say where a formula is that KaTeX refuses."""
        first = formula.tex.split("\n")[0]
        docs = DOCS / str(self.extension.getConfig("language"))
        for path in [*sorted(docs.rglob("*.*")), *sorted(SOURCE.rglob("*.py"))]:
            for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
                if first in line:
                    where = path.relative_to(ROOT)
                    log.warning("%s:%d: %s", where, number, message)
                    return
        log.warning("a formula: %s: %s", message, formula.tex)


class OptguideExtension(Extension):
    """Options: ``language``, ``"zh"`` or ``"en"``, and where the prepared ``pages`` are."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the options as Python-Markdown gives them."""
        self.config = {
            "language": ["zh", "whose comments code keeps"],
            "pages": ["", "the folder of the prepared pages of that language"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run before HTML is looked for (20), and after the raw HTML is back (30)."""
        md.preprocessors.register(_Place(md, self), "optguide_place", 28)
        md.postprocessors.register(_Finish(md, self), "optguide_finish", 10)


def makeExtension(**kwargs: Any) -> OptguideExtension:
    """Python-Markdown asks for this name."""
    return OptguideExtension(**kwargs)
