"""Citations: one source for what pages cite.

A page names a thread on GitHub, or a paper, by its key::

    Reported in [#86454], and in [ignite#2076]; [#186468 fixed] the documentation.
    Heavy balls come from [@polyak1964]; [@goyal2017, section 2.2] explains gradual warmup.

``docs/threads.tsv`` and ``docs/papers.yml`` say what these are. A claim behind a number has to
agree with what is recorded of the thread: see `CLAIMS`. One line lists what the page cites::

    <!--optguide:sources-->

together with the keys in its front matter, which may also be names in PyTorch's documentation:
``sources: [huber1964, "#48595", nn.HuberLoss]``. ``docs/torch_docs.tsv`` lists the addresses
that are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import yaml

from optguide_site.project import DOCS
from optguide_site.read.source import PageError, did_you_mean
from optguide_site.words import words

#: What is known of papers, threads, and addresses of PyTorch's documentation.
FILES = tuple(DOCS / name for name in ("papers.yml", "threads.tsv", "torch_docs.tsv"))
TORCH_DOCS = "https://docs.pytorch.org/docs/"
SOURCES = "<!--optguide:sources-->"
#: What a page may claim of a thread, and what has to be recorded of it then.
CLAIMS = {
    "fixed": "that it, or its repair, has landed",
    "landed": "that it, or its repair, has landed",
    "open": "the state open",
    "closed": "the state closed, and nothing that landed",
    "intended": "the outcome intended",
}
CITATION = re.compile(
    r"""(?P<ticks>`+).+?(?P=ticks) | (?<!\\)\$\$?[^$]+\$\$?  # code and formulas stay
    | \[@(?P<paper>[\w-]+)(?:,\ section\ (?P<section>[\d.]+))?\](?!\()
    | \[(?P<thread>[\w./-]*\#\d+)(?:\ (?P<claim>\w+))?\](?!\()
    | \]\(https://docs\.pytorch\.org/docs/(?P<docs>[^)\s]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Paper:
    """What ``docs/papers.yml`` says of a paper."""

    key: str
    authors: tuple[str, ...]
    year: int
    title: str
    venue: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""

    @property
    def link(self) -> str:
        """Where it can be read, empty for an old book."""
        if self.doi:
            return "https://doi.org/" + self.doi.replace("(", "%28").replace(")", "%29")
        return f"https://arxiv.org/abs/{self.arxiv}" if self.arxiv else self.url

    def named(self, language: str, most: int = 2) -> str:
        """Its authors and year, all of them if there are at most ``most``."""
        comma, last, others, year = {
            "en": (", ", " and ", " et al.", " ({})"),
            "zh": ("、", " 与 ", " 等", "（{}）"),
        }[language]
        if len(self.authors) > most:
            names = self.authors[0] + others
        else:
            first = comma.join(self.authors[:-1])
            names = last.join(filter(None, (first, self.authors[-1])))
        return names + year.format(self.year)

    @property
    def reference(self) -> str:
        """How a docstring gives it: authors, year, title and link."""
        end = self.link or self.venue
        return ", ".join(filter(None, (self.named("en"), f"*{self.title}*", end)))


@dataclass(frozen=True)
class Thread:
    """What ``docs/threads.tsv`` says of an issue or a pull request."""

    repository: str
    number: str
    kind: str
    #: how pages call the repository; nothing for pytorch/pytorch
    name: str
    title: str
    #: open, closed or merged; empty where nobody could look
    state: str
    #: what landed, ``#186468`` say or a commit; or ``intended``: nothing is to be changed
    outcome: str
    #: when this was looked up
    seen: str

    @property
    def key(self) -> str:
        """How pages cite it."""
        return f"{self.name}#{self.number}"

    @property
    def link(self) -> str:
        """Where it is."""
        return f"https://github.com/{self.repository}/{self.kind}/{self.number}"

    @property
    def claims(self) -> set[str]:
        """What may be claimed of it."""
        landed = self.state == "merged" or self.outcome not in ("", "intended")
        found = {"fixed", "landed"} if landed else {self.state}
        return found | {self.outcome} & {"intended"}


class Catalog:
    """Everything that can be cited."""

    def __init__(self, papers: str, threads: str, docs: str) -> None:
        """Read the texts of `FILES`.

        Raises:
            PageError: an entry is not as the others are.
        """
        self.papers: dict[str, Paper] = {}
        try:
            for key, entry in yaml.safe_load(papers).items():
                self.papers[key] = Paper(key, tuple(entry.pop("authors")), **entry)
        except (yaml.YAMLError, TypeError, KeyError) as error:
            after = f"after {[*self.papers][-1]}" if self.papers else "at the start"
            raise PageError(FILES[0], 1, f"{after}: {error}") from None
        self.threads: dict[str, Thread] = {}
        columns = [field.name for field in fields(Thread)]
        for number, line in enumerate(threads.splitlines(), 1):
            row = line.split("\t")
            if len(row) != len(columns):
                names = ", ".join(columns)
                raise PageError(FILES[1], number, f"with tabs between them: {names}")
            if row != columns:
                thread = Thread(*row)
                self.threads[thread.key] = thread
        self.entries: dict[str, Paper | Thread] = {**self.papers, **self.threads}
        #: addresses below stable/ -> what a list of sources calls them
        self.docs = {
            address: title or f"`{_short(address)}`"
            for address, _, title in (
                line.partition("\t") for line in docs.splitlines()
            )
        }
        self.names = {name.strip("`"): address for address, name in self.docs.items()}

    def claimed(self, key: str, claim: str | None) -> Thread:
        """The thread of which something is claimed.

        Raises:
            KeyError: it is not known, or known otherwise.
        """
        if not (thread := self.threads.get(key)):
            raise KeyError(
                f"docs/threads.tsv has no [{key}]{did_you_mean(key, self.threads)}"
            )
        if claim and claim not in CLAIMS:
            raise KeyError(f"[{key} {claim}]: a claim is one of {', '.join(CLAIMS)}")
        if claim and claim not in thread.claims:
            raise KeyError(
                f"[{key} {claim}] needs {CLAIMS[claim]}; docs/threads.tsv has the state "
                f"{thread.state or 'unknown'} and the outcome {thread.outcome or 'unknown'}"
            )
        return thread


def _short(address: str) -> str:
    """``F.l1_loss`` of ``generated/torch.nn.functional.l1_loss.html``."""
    name = re.sub(r"^generated/|\.html$|^.*#", "", address).removeprefix("torch.")
    name = re.sub(r"^nn\.functional(?=\.)", "F", name)
    name = re.sub(r"^optim\.(?=lr_scheduler\.|swa_utils\.)", "", name)
    return name if "." in name else f"torch.{name}"


@lru_cache(maxsize=1)
def _catalog(_state: tuple[int, ...]) -> Catalog:
    return Catalog(*(path.read_text("utf-8") for path in FILES))


def catalog() -> Catalog:
    """Everything that can be cited, as it is recorded now."""
    return _catalog(tuple(path.stat().st_mtime_ns for path in FILES))


class Citations:
    """What one page cites, in its order."""

    def __init__(
        self, language: str, listed: Sequence[str] = (), known: Catalog | None = None
    ) -> None:
        """Begin a page, with the ``sources`` of its front matter."""
        self.language, self.listed = language, listed
        self.catalog = known or catalog()
        #: keys of papers and threads, addresses of documentation; the section of a paper
        self.cited: dict[str, str] = {}

    def expand(self, line: str) -> str:
        """A line of prose with Markdown links in place of keys.

        Raises:
            KeyError: a key is not known, or a claim not right.
        """
        if line == SOURCES:
            for key in self.listed:
                self.cite(key)
            return self.listing()
        return CITATION.sub(self._link, line)

    def _link(self, found: re.Match[str]) -> str:
        if address := found["docs"]:
            self.cite(address.partition("/")[2])
        elif key := found["thread"]:
            thread = self.catalog.claimed(key, found["claim"])
            self.cite(key)
            return f"[{key}]({thread.link})"
        elif key := found["paper"]:
            self.cite(key)
            paper = self.catalog.papers[key]
            text = paper.named(self.language) + self._section(found["section"])
            return f"[{text}]({paper.link})" if paper.link else text
        return found[0]

    def _section(self, number: str | None) -> str:
        if not number:
            return ""
        return words(self.language)["sources_section"].format(number)

    def cite(self, key: str) -> None:
        """Note that the page cites, or lists, a paper, a thread, or documentation.

        Raises:
            KeyError: there is no such thing.
        """
        known = self.catalog
        key, _, section = key.partition(", section ")
        key = known.names.get(key, key)
        if key not in (there := {**known.entries, **known.docs}):
            near = did_you_mean(key, [*there, *known.names])
            raise KeyError(
                f"docs/papers.yml, threads.tsv and torch_docs.tsv have no {key!r}{near}"
            )
        self.cited[key] = self.cited.get(key) or section

    def listing(self) -> str:
        """The list of sources, as Markdown."""
        known, say = self.catalog, words(self.language)
        papers = [known.papers[key] for key in self.cited if key in known.papers]
        threads = [known.threads[key] for key in self.cited if key in known.threads]
        docs = [
            f"[{known.docs[key]}]({TORCH_DOCS}stable/{key})"
            for key in self.cited
            if key in known.docs
        ]
        untitled = [f"[{t.key}]({t.link})" for t in threads if not t.title]
        lines = [
            *([say["sources_docs"] + say["sources_comma"].join(docs)] if docs else []),
            *map(self._entry, papers),
            *(
                f"[{thread.key}]({thread.link}){say['sources_colon']}{_plain(thread.title)}"
                for thread in threads
                if thread.title
            ),
        ]
        if untitled:
            lines.append(say["sources_threads"] + say["sources_comma"].join(untitled))
        return "\n".join(f"- {line}" for line in lines)

    def _entry(self, paper: Paper) -> str:
        link = paper.link.removeprefix("https://").replace("arxiv.org/abs/", "arXiv:")
        link = f"doi:{paper.doi}" if paper.doi else link
        parts = (
            paper.named(self.language, most=len(paper.authors)),
            f"*{paper.title}*{self._section(self.cited[paper.key])}",
            paper.venue,
            f"[{link}]({paper.link})" if link else "",
        )
        comma = "，" if self.language == "zh" else ", "
        return comma.join(filter(None, parts))


def _plain(title: str) -> str:
    """A title in which nothing is Markdown."""
    return re.sub(r"([\\`*_\[\]{}#$])", r"\\\1", title).replace("<", "&lt;")


@dataclass(frozen=True)
class Use:
    """A citation as a file has it."""

    line: int
    #: the id of the section, ``sources`` for the front matter
    section: str
    key: str
    claim: str | None
    text: str


def uses(path: Path, text: str | None = None) -> Iterator[Use]:
    """The citations of a page, as it writes them."""
    text = path.read_text("utf-8") if text is None else text
    section = "sources"
    for number, line in enumerate(text.split("\n"), 1):
        line = line.removeprefix("# ") if path.suffix == ".py" else line
        if heading := re.match(r"#+ .*\{ #([\w-]+) \}$", line):
            section = heading[1]
        if listed := re.match(r"sources: *\[(.*)\]$", line):
            for entry in yaml.safe_load(f"[{listed[1]}]"):
                key = entry.partition(", section ")[0]
                yield Use(number, section, key, None, line)
        for found in CITATION.finditer(line):
            docs = (found["docs"] or "").partition("/")[2]
            if key := found["paper"] or found["thread"] or docs:
                yield Use(number, section, key, found["claim"], line)
