"""What is said of a release of torch is true in that torch, or listed with its evidence."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
import yaml

from optguide_site.project import DOCS, LANGUAGES, ROOT, TORCH, release, shown
from optguide_site.read.page import pages, read_page
from optguide_site.read.source import PageError
from optguide_site.read.versions import LEDGER, expanded, releases
from tests.versions import FACTS, PLACES

pytestmark = pytest.mark.reads("docs", "snippets", "src", "README.md", "README.zh.md")
ASKED = json.loads(LEDGER.read_text("utf-8"))
RELEASE = r"[0-2]\.\d+(?:\.\d+)?"
#: A fact; a release, or a range; a number that can hardly be anything else.
CLAIM = re.compile(
    r"\{torch (?P<fact>\w+)\}"
    rf"|\b(?:py)?torch\s+{RELEASE}(?:\s+(?:to|至|到)\s+{RELEASE})?"
    r"|\b(?:since|before|until) [12]\.\d{1,2}(?!\d)"
    r"|(?<![\d.])[12]\.\d{1,2} (?:及更早|起|以前|之前)"
    r"""|(?<![\d./"-])2\.1[3-9](?:\.\d)?(?!\d|\.\d)""",
    re.IGNORECASE,
)
SECTION = re.compile(r"\{ #([\w-]+) \}$")


def history() -> dict[str, dict[str, str]]:
    """What is said of earlier releases: place -> release -> evidence."""
    text = (DOCS / "history.yml").read_text("utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, yaml.BaseLoader)
    return found


def span(fact: str) -> tuple[str, ...]:
    """The releases in which a fact holds, as they are written."""
    first, last, _ = releases(fact)
    return (first,) if first == last else (first, last)


def files(language: str) -> list[Path]:
    code = [*ROOT.glob("snippets/**/*.py"), *ROOT.glob("src/optguide/**/*.py")]
    return [*(path for _, path in pages(language)), *sorted(code)]


def claims(path: Path, text: str) -> Iterator[tuple[str, str, str | tuple[str, ...]]]:
    """Each claim: its place, its file and line, and a fact or what releases it names."""
    starts = [(0, shown(path))]
    if path.is_relative_to(DOCS):
        page = path.relative_to(DOCS).with_suffix("").as_posix().partition("/")[2]
        starts = [(0, page)]
        ids = re.finditer(SECTION.pattern, text, re.MULTILINE)
        starts += [(text.rfind("\n", 0, i.start()) + 1, f"{page}#{i[1]}") for i in ids]
    for found in CLAIM.finditer(text):
        place = [name for start, name in starts if start <= found.start()][-1]
        where = f"{shown(path)}:{text.count(chr(10), 0, found.start()) + 1}"
        yield place, where, found["fact"] or tuple(re.findall(RELEASE, found[0]))


def problems(texts: dict[Path, str]) -> Iterator[str]:
    """What nothing confirms, and what is listed and said nowhere.

    Args:
        texts: what to read in place of some files.
    """
    known, spans = history(), {name: span(name) for name in PLACES}
    listed = [("tests/versions.py", p, name) for name, ps in PLACES.items() for p in ps]
    listed += [
        ("docs/history.yml", p, each) for p, found in known.items() for each in found
    ]
    for language in LANGUAGES:
        stated = defaultdict[str, set[str]](set)
        for path in files(language):
            text = texts.get(path) or path.read_text("utf-8")
            for place, where, what in claims(path, text):
                facts = {
                    name
                    for name, places in PLACES.items()
                    if place in places and what in (name, spans[name])
                }
                past = {*known.get(place, ())} & {*what}
                stated[place] |= facts | past
                if not facts and past != {*what}:
                    yield (
                        f"{where}: nothing confirms {what} in {place}; write "
                        "{torch fact}, with the place in @fact of tests/versions.py, "
                        "or list a release before 2.13 in docs/history.yml"
                    )
        for where, place, what in listed:
            if what not in stated[place]:
                yield (
                    f"{where}: {place} says nothing of {what} ({language}): write "
                    f"{{torch {what}}} there (in code, its releases), or drop the place"
                )


def test_every_claim_has_a_fact_or_evidence() -> None:
    found = dict.fromkeys(problems({}))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", FACTS)
def test_fact(name: str) -> None:
    """The ledger says what the torch at hand does."""
    here = release(torch.__version__)
    if here not in ASKED["checked"] and here != TORCH:
        pytest.skip(f"docs/versions.json has no torch {here}: python -m tests.versions")
    wanted = ASKED["facts"].get(name, {})
    assert [*wanted] == [*ASKED["checked"]], f"{name}: make versions asks every torch"
    assert FACTS[name]() is wanted[here], (
        f"docs/versions.json: {name} in torch {here} is {wanted[here]}: see what pages "
        "say of it, then run make versions"
    )


def test_the_readme_names_the_torches_that_were_asked() -> None:
    for name in ("README.md", "README.zh.md"):
        found = re.findall(r"(?<![\d.])2\.\d+\.\d+", (ROOT / name).read_text("utf-8"))
        assert {*found} == {*ASKED["checked"]}, name


# The notation --------------------------------------------------------------------------

FOUND = {
    "checked": {"2.13.0": "2026-01-02", "2.14.1": "2026-11-27"},
    "facts": {
        "old": {"2.13.0": True, "2.14.1": False},
        "both": {"2.13.0": True, "2.14.1": True},
        "never": {"2.13.0": False, "2.14.1": False},
    },
}
PAGE = """---
description: Of {torch both}.
---

# Of {torch both} { #of }

In {torch old}. In {torch both} and {torch both} too.
"""


@pytest.fixture
def other_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "versions.json"
    path.write_text(json.dumps(FOUND))
    monkeypatch.setattr("optguide_site.read.versions.LEDGER", path)


@pytest.mark.usefixtures("other_ledger")
def test_a_fact_is_read_as_the_releases_in_which_it_holds() -> None:
    page = read_page(Path("page.md"), "en", PAGE)
    assert page.meta["description"] == "Of torch 2.13 to 2.14."
    assert page.title == "Of torch 2.13 to 2.14"
    assert getattr(page.segments[1], "text", "") == (
        "In torch 2.13. In torch 2.13 to 2.14 (checked on 27 November 2026) and "
        "torch 2.13 to 2.14 too."
    )
    zh = expanded("# 题\n{torch both} 的错，{torch both} 的", "zh", Path("page.md"))
    range_ = "torch 2.13 至 2.14"
    assert zh == f"# 题\n{range_}（2026 年 11 月 27 日核对）的错，{range_} 的"


@pytest.mark.usefixtures("other_ledger")
@pytest.mark.parametrize(
    ("fact", "message"), [("bth", "did you mean 'both'"), ("never", "no torch")]
)
def test_a_fact_without_a_range_is_an_error(fact: str, message: str) -> None:
    with pytest.raises(PageError, match=rf"^page\.md:2: .*{message}"):
        expanded(f"# T\n{{torch {fact}}}", "en", Path("page.md"))
