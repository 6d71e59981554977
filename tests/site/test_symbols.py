"""A letter in a formula means one thing: what ``docs/symbols.yml`` says, or what its page does.

The tokenizer knows just enough of TeX: it drops subscripts and words, and what is left is
Latin and Greek letters. It cannot read what a sentence calls a letter; but where a page's own
table names the argument that a symbol stands for, this has to be the symbol's argument.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from optguide_site.extend.docstrings import as_on_pages
from optguide_site.project import DOCS, LANGUAGES, SOURCE
from optguide_site.read import glossary
from optguide_site.read.page import Box, Heading, Prose
from tests.support.facts import CODE, DISPLAY, INLINE
from tests.support.pages import each_name, read

PARTS = ("losses", "optim", "lr_scheduler")
WORDS = re.compile(
    r"\\(?:text|mathrm|operatorname|begin|end)\{[^{}]*\}|\\\\\[[^]]*\]|(?<!\w)e(?=\^)"
)
SUBSCRIPT = re.compile(r"_\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|.)")
#: Commands that are letters; π is the number.
GREEK = (
    r"\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|rho"
    r"|sigma|tau|upsilon|(?:var)?phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi"
    r"|Omega|ell)(?![A-Za-z])"
)
LETTER = re.compile(rf"({GREEK})|\\(?:[A-Za-z]+|.)|([A-Za-z])")
#: A row of a page's own table: symbols, and as many names of arguments.
ROW = re.compile(r"^\| (\$[^|]+\$) \| (`[^|]+`) \|", re.MULTILINE)
DOCSTRINGS = sorted((SOURCE / "optguide").rglob("*.py"))


def letters(formula: str) -> set[str]:
    """The symbols of a formula, without subscripts."""
    formula = SUBSCRIPT.sub(" ", WORDS.sub(" ", formula))
    return {found for pair in LETTER.findall(formula) for found in pair if found}


def test_letters() -> None:
    assert letters(r"\hat{v}_t = \beta_2 v_{t-1} + g_t^{\text{new}}") == {
        *("v", r"\beta", "g")
    }
    assert letters(r"e^{-x_{n,\min}} \bmod \pi \; [0, C)^p") == {"x", "C", "p"}


def texts(language: str, name: str) -> Iterator[str]:
    """What a page says, without code."""
    for segment in read(language, name).walk():
        if isinstance(segment, Prose | Heading):
            yield segment.text
        elif isinstance(segment, Box):
            yield segment.title


def formulas(text: str) -> list[str]:
    text = CODE.sub(" ", text)
    return DISPLAY.findall(text) + INLINE.findall(DISPLAY.sub(" ", text))


@cache
def table(part: str) -> dict[str, glossary.Symbol]:
    """The site's symbols that hold in a part of it, or outside of the parts: all."""
    return {
        symbol.tex: symbol
        for symbol in glossary.symbols()
        if not symbol.where or part in symbol.where or part not in PARTS
    }


def mistakes(name: str, used: set[str]) -> Iterator[str]:
    """Letters of a page, or of docstrings, that mean nothing or two things."""
    part = name.removeprefix("optguide/").split("/")[0]
    known, local = table(part), set(glossary.local_symbols().get(name, []))
    fixed = {tex for tex in known if part in PARTS or not known[tex].where}
    where = f"docs/symbols.yml, for {name}"
    for tex in sorted(used - set(known) - local):
        yield f"{where}: {tex} is not in the table; define it on the page, and list it below local"
    for tex in sorted(fixed & local):
        yield f"{where}: {tex} is {known[tex].means['en']}; take another letter"
    for tex in sorted(local - used):
        yield f"{where}: {tex} is listed below local, but no formula has it"


@each_name(reads=("docs/symbols.yml",))
def test_each_symbol_has_one_meaning(name: str) -> None:
    if name == glossary.PAGE:
        pytest.skip("its symbols are the table")
    used = {
        letter
        for language in LANGUAGES
        for text in texts(language, name)
        for formula in formulas(text)
        for letter in letters(formula)
    }
    found = list(mistakes(name, used))
    assert not found, "\n".join(found)


@each_name(reads=("docs/symbols.yml",))
def test_a_symbol_stands_for_its_argument(name: str) -> None:
    """``$\\gamma$ | `lr` `` in a page's table agrees with the site's table."""
    known = table(name.split("/")[0])
    local = glossary.local_symbols().get(name, [])
    for language in LANGUAGES:
        for text in texts(language, name):
            for symbols, names in ROW.findall(text):
                tex = [letters(formula) for formula in formulas(symbols)]
                arguments = re.findall(r"`([^`]+)`", names)
                if [len(each) for each in tex] != [1] * len(arguments):
                    continue
                for (letter,), argument in zip(tex, arguments, strict=True):
                    is_of_page = letter in local or letter not in known
                    if not is_of_page and (expected := known[letter].argument):
                        assert argument in expected, (
                            f"docs/{language}/{name}: {letter} is {argument}, but in "
                            f"docs/symbols.yml it is {' or '.join(expected)}"
                        )


@pytest.mark.parametrize(
    "name", [path.relative_to(SOURCE).as_posix() for path in DOCSTRINGS]
)
@pytest.mark.reads("src/optguide", "docs/symbols.yml")
def test_docstrings_use_the_same_symbols(name: str) -> None:
    tree = ast.parse((SOURCE / name).read_text("utf-8"))
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = [ast.get_docstring(n) for n in ast.walk(tree) if isinstance(n, kinds)]
    used = {
        letter
        for docstring in docstrings
        for formula in formulas(as_on_pages(docstring or ""))
        for letter in letters(formula)
    }
    found = list(mistakes(name, used))
    assert not found, "\n".join(found)


def test_the_table_has_no_symbol_twice() -> None:
    """In no part of the site a letter has two rows."""
    for part in PARTS:
        rows = [s.tex for s in glossary.symbols() if not s.where or part in s.where]
        assert len(rows) == len(set(rows)), part
    for symbol in glossary.symbols():
        assert set(symbol.where) <= set(PARTS), symbol.tex


def test_each_symbol_is_used() -> None:
    """And whatever is listed belongs to a page, or a module, that is there."""
    everything = "".join(
        path.read_text("utf-8") for path in DOCS.rglob("*.*") if path.suffix != ".yml"
    )
    for symbol in glossary.symbols():
        assert symbol.tex in everything
    for name in glossary.local_symbols():
        folder = SOURCE if name.startswith("optguide/") else DOCS / "en"
        assert (folder / name).is_file(), f"docs/symbols.yml: no {name}"
