"""Plant faults in citations, one at a time, and see whether `tests.site.test_cite` notices.

    python -m tests.mutate_citations [--each N] [--seed S]

Each fault is a change of one file, or of a page in both languages alike. The files stay as they
are: whoever reads one is given the text with the fault. Printed: killed / planted for each kind,
and every survivor.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from tqdm import tqdm

from optguide_site.project import DOCS, LANGUAGES, SOURCE, shown
from optguide_site.read import cite
from tests.site.test_cite import problems
from tests.support.pages import NAMES

KEY = r"\[[\w./-]*#\d+[^\]]*\]"
Edit = Callable[[random.Random, str], str]
_read_text = Path.read_text


def other_digit(rng: random.Random, text: str) -> str:
    """The text with one of its digits changed."""
    at = rng.choice([found.start() for found in re.finditer(r"\d", text)])
    return text[:at] + str((int(text[at]) + rng.randint(1, 9)) % 10) + text[at + 1 :]


def other_word(rng: random.Random, text: str) -> str:
    """The text with one of its longer words written backwards."""
    word = rng.choice(re.findall(r"[^\W\d_]{4,}", text))
    return text.replace(word, word[::-1], 1)


def other_thread(rng: random.Random, _: str) -> str:
    """Another thread that is known."""
    return f"[{rng.choice([*cite.catalog().threads])}]"


def other_paper(rng: random.Random, _: str) -> str:
    """Another paper that is known."""
    return f"[@{rng.choice([*cite.catalog().papers])}]"


def another_claim(rng: random.Random, text: str) -> str:
    """The same thread, with a claim, another, or none."""
    claim = rng.choice([*(f" {claim}" for claim in cite.CLAIMS), ""])
    return re.sub(r"( \w+)?\]$", f"{claim}]", text)


def said_fixed(rng: random.Random, text: str) -> str:
    """Another sentence, in either language, of a thread that nothing repaired."""
    threads = cite.catalog().threads.items()
    key = rng.choice([key for key, thread in threads if "fixed" not in thread.claims])
    return f"{text}. Fixed by [{key}]。由 [{key}] 修复。"


def by_hand(rng: random.Random, _: str) -> str:
    """A link in place of a key."""
    number = rng.randint(1, 200_000)
    return f"[#{number}](https://github.com/pytorch/pytorch/issues/{number})"


_MODULES = "optguide/**/*.py"
#: kind -> files (none: pages, in both languages), what is changed, and how
KINDS: dict[str, tuple[str, str, Edit]] = {
    "page: number": ("", KEY, other_digit),
    "page: another thread": ("", KEY, other_thread),
    "page: claim": ("", KEY, another_claim),
    "page: said to be fixed": ("", KEY, said_fixed),
    "page: link by hand": ("", KEY, by_hand),
    "page: year of a key": ("", r"\[@[a-z]+\d{4}", other_digit),
    "page: another paper": ("", r"\[@[\w-]+\]", other_paper),
    "page: listed key": ("", r"(?m)^sources: .*$", other_word),
    "threads: number or date": ("threads.tsv", r"\t\d+\t", other_digit),
    "threads: title": ("threads.tsv", r"\t[^\t]*\w{4} \w[^\t]*\t", other_word),
    "threads: state": ("threads.tsv", r"\topen\t", lambda *_: "\tclosed\t"),
    "threads: fixed": ("threads.tsv", r"\topen\t\t", lambda *_: "\tclosed\t#190000\t"),
    "papers: author": ("papers.yml", r"authors: .*", other_word),
    "papers: year": ("papers.yml", r"year: .*", other_digit),
    "papers: title": (
        "papers.yml",
        r"title: .*",
        lambda r, t: t[:6] + other_word(r, t[6:]),
    ),
    "papers: DOI or arXiv": ("papers.yml", r"(doi|arxiv): .*\d.*", other_digit),
    "documentation: page": ("torch_docs.tsv", r"generated/torch\.\S+", other_word),
    "docstring: paper": (_MODULES, r"\w+ \(\d{4}\),\s+\*[^*]*\*", other_word),
    "docstring: year": (_MODULES, r"\w+ \(\d{4}\),\s+\*", other_digit),
    "docstring: link": (_MODULES, r"https://(doi|arxiv)\S*\d", other_digit),
    "docstring: thread": (_MODULES, r"\(#\d{3,}\)", other_digit),
    "docstring: documentation": (_MODULES, r"docs/2.13/\S+", other_word),
}


def planted(rng: random.Random, kind: str) -> Iterator[dict[Path, str]]:
    """Faults of a kind without end: the texts that are read in place of files."""
    pattern, what, edit = KINDS[kind]
    root = SOURCE if "/" in pattern else DOCS
    groups = (
        [[path] for path in sorted(root.glob(pattern))]
        if pattern
        else [[DOCS / language / name for language in LANGUAGES] for name in NAMES]
    )
    places = [
        (group, number)
        for group in groups
        for number in range(
            min(len(re.findall(what, _read_text(p, "utf-8"))) for p in group)
        )
    ]
    while True:
        group, number = rng.choice(places)
        seed, changed = rng.random(), {}
        for path in group:
            text = _read_text(path, "utf-8")
            found = [*re.finditer(what, text)][number]
            new = edit(random.Random(seed), found[0])
            if new != found[0]:
                changed[path] = text[: found.start()] + new + text[found.end() :]
        if len(changed) == len(group):
            yield changed


def noticed(texts: dict[Path, str]) -> str | None:
    """The first problem that the checks find in these texts, None if they find none."""

    def read(path: Path, *encoding: str, **options: str) -> str:
        return texts.get(path) or _read_text(path, *encoding, **options)

    with mock.patch.object(Path, "read_text", read):
        try:
            known = cite.Catalog(*(path.read_text("utf-8") for path in cite.FILES))
        except Exception as error:  # it cannot even be read
            return repr(error)
        return next(problems(known), None)


def main() -> None:
    """Plant the faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    assert (before := noticed({})) is None, before
    rng, killed = random.Random(options.seed), Counter[str]()
    for kind in tqdm(KINDS, disable=None):
        faults = planted(rng, kind)
        for _ in range(options.each):
            texts = next(faults)
            if noticed(texts):
                killed[kind] += 1
                continue
            path, text = next(iter(texts.items()))
            lines = zip(
                _read_text(path, "utf-8").split("\n"), text.split("\n"), strict=False
            )
            number, line = next((n, b) for n, (a, b) in enumerate(lines, 1) if a != b)
            tqdm.write(f"survived: {kind}: {shown(path)}:{number}: {line[:200]}")
    for kind in KINDS:
        print(f"{killed[kind]:3d} / {options.each}  {kind}")
    print(f"{killed.total()} of {len(KINDS) * options.each} noticed")


if __name__ == "__main__":
    main()
