"""Terms of the glossary in the prose of a page: the first use of each shows what it means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from posixpath import relpath

from optguide_site.read.glossary import PAGE, Term
from optguide_site.read.page import Heading, Page, Prose

#: More would make a page restless; each adds 0.2 kB to it, too.
MOST = 12
#: Where no term is marked: comments, drawings and other HTML, formulas, code, links and
#: pictures, attributes, what other tools read, and the first row of a table.
_LEFT_OUT = r"""
    <!--.*?--> | <(?P<tag>svg|figure|div)\b.*?</(?P=tag)> | <[^>]+>
  | \\. | \$\$.*?\$\$ | \$[^$\n]+\$ | (?P<code>`+).*?(?P=code)
  | !?\[(?:[^][]|\[[^][]*\])*\](?:\([^)]*\)|\[[^]]*\])? | https?://\S+ | \{[^}]*\}
  | ^(?::::|\*\[|\[\^)(?:.*\n?)(?:\ +.*\n?)* | ^\ *\|.*\|\n(?=\ *\|[-:| ]+\|$)
"""


class Terms:
    """The terms of one language, and where its pages use them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take the terms; pages come with `count`."""
        self.terms = {term.id: term for term in terms}
        self.of_word = {
            word.lower(): term.id
            for term in self.terms.values()
            for word in term.words
            if term.tooltip
        }
        others = [word for term in self.terms.values() for word in term.others]
        words = sorted([*self.of_word, *others], key=len, reverse=True)
        #: what is left out, or else the longest word that fits
        self.pattern = re.compile(
            rf"{_LEFT_OUT} | (?P<word>{_any_of(words)})",
            re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
        )
        #: on how many pages a term is used
        self.pages: Counter[str] = Counter()

    def used(self, page: Page) -> frozenset[str]:
        """The terms in the prose of a page."""
        return frozenset(
            name
            for segment in _prose(page)
            for found in self.pattern.finditer(segment.text)
            if (name := self._name(found))
        )

    def _name(self, found: re.Match[str]) -> str | None:
        return self.of_word.get((found["word"] or "").lower())

    def chosen(self, page: Page, used: Iterable[str]) -> frozenset[str]:
        """Those that are marked: the rarest on the site; not where they are explained."""
        if page.name == PAGE:
            return frozenset()
        foreign = [i for i in used if self.terms[i].page.split("#")[0] != page.name]
        order = list(self.terms)
        foreign.sort(key=lambda i: (self.pages[i], order.index(i)))
        return frozenset(foreign[:MOST])

    def marked(self, page: Page, chosen: Iterable[str]) -> Mapping[Prose, str]:
        """The prose of a page that uses chosen terms, with a link at the first use of each."""
        left = set(chosen)
        glossary = relpath(PAGE, page.name.rpartition("/")[0] or ".")

        def mark(found: re.Match[str]) -> str:
            name = self._name(found)
            if name is None or name not in left:
                return found[0]
            left.remove(name)
            means = self.terms[name].means.replace("`", "")
            return f'[{found[0]}]({glossary}#{name} "{means}"){{ .term }}'

        return {
            segment: self.pattern.sub(mark, segment.text) for segment in _prose(page)
        }


def _prose(page: Page) -> Iterator[Prose]:
    """What a reader reads first: no boxes, no titles of papers."""
    for segment in page.segments:
        if isinstance(segment, Heading) and segment.id == "sources":
            return
        if isinstance(segment, Prose):
            yield segment


def _any_of(words: Sequence[str]) -> str:
    """A pattern for whole words; Chinese has nothing between words.

    What begins and ends a word is asked once, before all words, and not for each of them: that
    is most of the time it takes.
    """
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for word in words:
        kind = word[0].isascii(), word[-1].isascii()
        kinds.setdefault(kind, []).append(re.escape(word))
    return "|".join(
        (r"(?<![A-Za-z0-9_-])" if begins else "")
        + f"(?:{'|'.join(found)})"
        + (r"(?![A-Za-z0-9_-])" if ends else "")
        for (begins, ends), found in kinds.items()
    )
