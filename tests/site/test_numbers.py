"""Every number that prose states is vouched for: by code, output, formula, figure or expression."""

import pytest

from optguide_site.project import LANGUAGES, shown
from optguide_site.read.page import page_names
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
