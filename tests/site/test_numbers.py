"""Every number that prose states is vouched for: by code, output, formula, figure or expression."""

import pytest

from optguide_site.project import LANGUAGES, shown
from optguide_site.read.page import page_names
from tests.support.numbers import entry, listed, unknown, unused
from tests.support.pages import NAMES, each_page, read

#: What nobody writes: the reference is made of docstrings, the record of what passed.
GENERATED = ("reference/", "verified.md")


@each_page(reads=("docs/numbers.yml", "tests/support"))
def test_numbers_are_vouched_for(language: str, name: str) -> None:
    if name.startswith(GENERATED):
        pytest.skip("nobody writes this page")
    page = read(language, name)
    found = [
        f"{shown(page.path)}:{each.line}: {each.text} is in no code, output, formula or figure "
        f"near it in #{each.section}; correct it, or say in docs/numbers.yml what it is: "
        f"{name}: {{{each.section}: {{{each.key}: an expression}}}}"
        + (f" (not {why})" if (why := entry(each, name)) else "")
        for each in unknown(page)
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


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
