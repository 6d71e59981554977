"""Every number that prose states is vouched for: by code, output, formula, figure or expression."""

import pytest

from optguide_site.project import DOCS, LANGUAGES, shown
from optguide_site.read.page import page_names, read_page
from tests.support.numbers import entry, listed, unknown, unused
from tests.support.numerals import Numeral
from tests.support.pages import NAMES, each_page, read

#: What nobody writes: the reference is made of docstrings, the record of what passed.
GENERATED = ("reference/", "verified.md")


def missing(numeral: Numeral, name: str) -> str:
    """What is wrong with a numeral, and what to do about it."""
    where = f"{name}: {{{numeral.section}: {{{numeral.key}: …}}}}"
    if numeral.read:
        return "minutes fit neither the list of chapters nor the length of the page"
    if why := entry(numeral, name):
        return f"is not what docs/numbers.yml says: {where} has {why}"
    return (
        f"is in no code, output, formula or figure near it in #{numeral.section}; correct it, "
        f"assert it there, or say in docs/numbers.yml what it is: {where}"
    )


@each_page(reads=("docs", "snippets", "src/optguide", "tests/support"))
def test_numbers_are_vouched_for(language: str, name: str) -> None:
    if name.startswith(GENERATED):
        pytest.skip("nobody writes this page")
    page = read(language, name)
    found = [
        f"{shown(page.path)}:{each.line}: {each.text} {missing(each, name)}"
        for each in unknown(page)
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.reads("docs", "snippets", "src", "tests/support")
def test_no_expression_is_left_over() -> None:
    """An entry is for a page, a section and a number that are there, and is needed."""
    assert set(listed()) <= set(page_names())
    found = [
        f"docs/numbers.yml: {name}: {section}: {key}"
        for name in NAMES
        if name in listed()
        for section, key in unused([read(language, name) for language in LANGUAGES])
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("formula", "prose", "is_known"),
    [
        ("1.234", "It is 1.23.", True),
        ("1.234", "It is 1.24.", False),
        ("1.234", "It is `1.234`, 1.234 and 1.2.", False),  # in a row
        ("0.04", "It is 0.04.", True),
        ("0.04", "It is 0.0.", False),
        ("0.26", "It is 0.3.", False),
        ("0.26", "It is 26 %.", True),
        ("-7", "It is −7.", True),
        ("7", "It is −7.", False),
        ("700", "It is 700, not 007.", False),
        ("1 2 3 4", "It is 3.", True),
        ("1 2 3 4 5", "It is 3.", False),
        ("10 20 30", "They are 10, 20, and 30.", True),
        ("10 20 30", "They are 10, 30, and 20.", False),
        ("9", "With `lr=9` it is too large.", False),
        ("lr = 9", "With `lr=9` it is too large.", True),
        ("999", "It takes 999 minutes.", False),
        ("9", "Since torch 2.13 it is 9.", True),
        ("9", r"It is $3 \cdot 3 = 9$, or $x = 8$.", False),
        ("9", "| Symbol | Default |\n|---|---|\n| 8 or 9 | `8` |", True),
    ],
)
def test_what_counts(formula: str, prose: str, is_known: bool) -> None:
    text = f"# Title {{ #title }}\n\n$$\n{formula}\n$$\n\n{prose}\n"
    found = unknown(read_page(DOCS / "en/index.md", "en", text))
    assert (found == []) == is_known
