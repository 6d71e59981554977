"""Plant faults in the numbers of prose, in both languages alike, and see whether they are noticed.

    python -m tests.mutate_numbers [--count N] [--seed S]

Each fault is another digit in one numeral of a page. Nothing is written: both pages are read with
the changed line. Printed: killed / planted for each kind of numeral, and every survivor.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from optguide_site.project import LANGUAGES, shown
from optguide_site.read.page import Page, read_page
from optguide_site.read.source import PageError
from tests.mutate_citations import other_digit
from tests.site.test_numbers import GENERATED
from tests.support.numbers import unknown, unused
from tests.support.numerals import Numeral, stated
from tests.support.pages import NAMES, read


class Fault(NamedTuple):
    """A page in both languages, with one numeral changed."""

    kind: str
    pages: list[Page]
    where: str

    @property
    def is_noticed(self) -> bool:
        """Whether nothing vouches for a numeral, or an entry has lost its own."""
        return any(map(unknown, self.pages)) or any(unused(self.pages))


def kind(numeral: Numeral) -> str:
    """What sort of a numeral it is."""
    digits = sum(map(str.isdigit, numeral.text))
    if not numeral.text.lstrip("−-").isdigit():
        return "not whole"
    return {1: "one digit", 2: "two digits"}.get(digits, "three digits and more")


def changed(page: Page, numeral: Numeral, new: str) -> Page | None:
    """The page with another numeral, if its line says which one is meant."""
    lines = page.path.read_text("utf-8").split("\n")
    line = "".join(lines[numeral.line - 1 : numeral.line])  # of the glossary, none
    before = Counter(each.key for each in stated(page))
    after = before - Counter([numeral.key]) + Counter([numeral._replace(text=new).key])
    at = -1
    while (at := line.find(numeral.text, at + 1)) >= 0:
        lines[numeral.line - 1] = f"{line[:at]}{new}{line[at + len(numeral.text) :]}"
        try:
            found = read_page(page.path, page.language, "\n".join(lines))
        except PageError:  # another number of the line, of a thread say
            continue
        if Counter(each.key for each in stated(found)) == after:
            return found
    return None


def faults(rng: random.Random) -> Iterator[Fault]:
    """Faults without end: every numeral is as likely."""
    places = []
    for name in (name for name in NAMES if not name.startswith(GENERATED)):
        ours, theirs = (read(language, name) for language in LANGUAGES)
        assert not unknown(ours), f"{name} has numbers from nowhere: run its test first"
        there = Counter((each.section, each.key) for each in stated(theirs))
        for numeral in stated(ours):
            place = (numeral.section, numeral.key)
            if there[place]:
                there[place] -= 1
                places.append((ours, numeral, theirs))
    while True:
        ours, numeral, theirs = rng.choice(places)
        new = other_digit(rng, numeral.text)
        twins = [
            each
            for each in stated(theirs)
            if (each.section, each.key) == (numeral.section, numeral.key)
        ]
        pages = [
            changed(ours, numeral, new),
            next(filter(None, (changed(theirs, each, new) for each in twins)), None),
        ]
        if not all(pages):
            continue
        lines = ours.path.read_text("utf-8").split("\n")
        text = f"{numeral.text} -> {new}: {lines[numeral.line - 1].strip()}"
        where = f"{shown(ours.path)}:{numeral.line}: {text}"
        yield Fault(kind(numeral), [page for page in pages if page], where)


def main() -> None:
    """Plant the faults, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    source = faults(random.Random(options.seed))
    planted, survive = Counter[str](), Counter[str]()
    for fault, _ in zip(source, range(options.count), strict=False):
        planted[fault.kind] += 1
        if not fault.is_noticed:
            survive[fault.kind] += 1
            print(f"survived: {fault.kind}: {fault.where}")
    for each in sorted(planted):
        print(f"{each:22} {planted[each] - survive[each]:3} / {planted[each]}")
    noticed = options.count - survive.total()
    print(f"{'all':22} {noticed:3} / {options.count}, {noticed / options.count:.0%}")


if __name__ == "__main__":
    main()
