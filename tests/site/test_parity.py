"""Both languages share facts, not paragraphs.

Compared are the pages there are, the ids of their headings, examples, display formulas (text
inside them aside), figures, and within each section the links, the numerals, the code spans and the inline
formulas that state something.
Paragraphs, sentences, their order within a section, and the text inside a diagram drawn in the
page are each language's own.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from optguide_site.prepare import missing
from optguide_site.project import DOCS, LANGUAGES
from optguide_site.read import glossary
from optguide_site.read.page import Box, Heading, Page, Prose
from tests.support.facts import (
    CODE,
    DIAGRAM,
    DISPLAY,
    INLINE,
    LINK,
    MARKUP,
    NUMBER,
    URL,
    Section,
    sections,
)
from tests.support.pages import CJK, each_name, read


@each_name()
def test_page_exists_in_both_languages(name: str) -> None:
    for language in LANGUAGES:
        if not (DOCS / language / name).is_file():
            pytest.fail(str(missing(language, name)), pytrace=False)


def differences(name: str) -> Iterator[str]:
    """Where a page says one thing in Chinese and another in English."""
    zh, en = (list(sections(read(language, name))) for language in LANGUAGES)
    if name == glossary.PAGE:  # each language has its own order
        for each in (zh, en):
            each.sort(key=lambda section: section.id or "")
    ids = [[section.id for section in each] for each in (zh, en)]
    if ids[0] != ids[1]:
        only = [[i for i in ids[a] if i not in ids[b]] for a, b in ((0, 1), (1, 0))]
        yield f"headings: only Chinese {only[0]}, only English {only[1]}; or another order"
        return
    for a, b in zip(zh, en, strict=True):
        for one, other in zip(a.things, b.things, strict=False):
            if one != other:
                yield f"#{a.id}: Chinese has {one}, English has {other}"
        if len(a.things) != len(b.things):
            more = (a.things + b.things)[min(len(a.things), len(b.things))]
            yield f"#{a.id}: only one language has {more}"
        for language, here, there in (("Chinese", a, b), ("English", b, a)):
            for what in ("links", "numbers", "code", "formulas"):
                only = getattr(here, what) - getattr(there, what)
                missing = sorted(each for each in only if not is_said(each, there))
                if missing:
                    yield f"#{a.id}: {what} only in {language}: {missing}"


#: Small numbers as words: 第三步 is step 3, 十倍 is tenfold, one percent is 1%.
WORDS = {
    "1": ("一", "one|once|first"),
    "2": ("二|两", "two|twice|second"),
    "3": ("三", "three|third"),
    "4": ("四", "four|fourth"),
    "5": ("五", "five|fifth"),
    "6": ("六", "six|sixth"),
    "7": ("七", "seven|seventh"),
    "8": ("八", "eight|eighth"),
    "9": ("九", "nine|ninth"),
    "10": ("十", "ten|tenth|tenfold"),
    "100": ("百", "hundred"),
}
COUNTED = "步个次条倍项段层轮块列行种批组类章，"


def is_said(fact: str, section: Section) -> bool:
    """Whether a number, or the names and numbers of a code span, are there in other words."""
    text = " ".join(section.texts).lower()
    if fact in WORDS:
        chinese, english = WORDS[fact]
        words = rf"第(?:{chinese})|(?:{chinese})[{COUNTED}]|\b(?:{english})\b|百分之百"
        return bool(re.search(words, text))
    names = re.findall(r"[a-z_]\w*", fact.lower())
    numbers = NUMBER.findall(fact)
    return bool(names) and (
        all(re.search(rf"(?<![a-z_]){name}(?![a-z_])", text) for name in names)
        and {number.replace("−", "-") for number in numbers} <= section.numbers
    )


@each_name()
def test_both_languages_say_the_same(name: str) -> None:
    found = list(differences(name))
    if found:
        pytest.fail(f"{name}:\n" + "\n".join(found), pytrace=False)


@each_name()
def test_headings_name_their_id(name: str) -> None:
    for language in LANGUAGES:
        for heading in read(language, name).headings:
            assert heading.id, (
                f"docs/{language}/{name}:{heading.line}: {{ #id }} is missing"
            )


@each_name()
def test_same_code(name: str) -> None:
    zh, en = (read(language, name) for language in LANGUAGES)
    for a, b in zip(zh.blocks, en.blocks, strict=True):
        assert ast.dump(ast.parse(a.runs)) == ast.dump(ast.parse(b.runs)), a.name


@each_name()
def test_each_paragraph_is_in_its_language(name: str) -> None:
    """No paragraph of one language in the other: names, numbers and code aside."""
    if name == glossary.PAGE:
        pytest.skip("it names terms in both; test_each_term_is_complete reads the rest")
    for number, text in paragraphs(read("en", name)):
        assert not CJK.search(text), f"docs/en/{name}:{number}: {text!r}"
    for number, text in paragraphs(read("zh", name)):
        words = re.findall(r"[A-Za-z]{2,}", text)
        assert len(words) < 8 or CJK.search(text), f"docs/zh/{name}:{number}: {text!r}"


def paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """Paragraphs, headings and titles, without code, formulas and links."""
    for segment in page.walk():
        if isinstance(segment, Prose) and not segment.text.startswith(":::"):
            text, line = segment.text, 0
            for left_out in (DIAGRAM, DISPLAY):
                text = left_out.sub(lambda m: "\n" * m[0].count("\n"), text)
            for part in re.split(r"(\n\s*\n)", text):
                if part.strip():
                    yield segment.line + line, plain(part)
                line += part.count("\n")
        elif isinstance(segment, Heading):
            yield segment.line, plain(segment.text)
        elif isinstance(segment, Box):
            yield segment.line, plain(segment.title)


def plain(text: str) -> str:
    for left_out in (CODE, INLINE, LINK, URL, MARKUP):
        text = left_out.sub(" ", text)
    return text


TYPOGRAPHY = {
    "a space between Chinese and Latin, digits or code": re.compile(
        r"[\u3400-\u9fff][A-Za-z0-9`$]|[A-Za-z0-9`$][\u3400-\u9fff]"
    ),
    "full-width punctuation in Chinese": re.compile(
        r"[\u3400-\u9fff][,;:!?](?:\s|$)|[\u3400-\u9fff]\.(?:\s|$)"
    ),
    "no bold that ends in punctuation": re.compile(
        r"\*\*[^*]+[，。：；！？、）]\*\*(?=[\u3400-\u9fff])"
    ),
}


#: What stands in formulas as text and is a name of code, in either language.
NAMES_IN_FORMULAS = (
    *(
        "mean",
        "sum",
        "none",
        "batchmean",
        "lr",
        "eps",
        "start",
        "end",
        "swa",
        "rng",
        "linear",
    ),
    *("cos", "cross_entropy", "log_input", "SmoothL1", "Huber"),
)


@each_name()
def test_words_in_chinese_formulas_are_chinese(name: str) -> None:
    for segment in read("zh", name).walk():
        if isinstance(segment, Prose):
            for words in re.findall(r"\\text\{([^{}]*)\}", segment.text):
                said = words.replace("\\_", "_").strip(" :-")
                assert not said or CJK.search(said) or said in NAMES_IN_FORMULAS, (
                    f"docs/zh/{name}:{segment.line}: {words!r} in a formula is not Chinese"
                )


@each_name()
def test_chinese_typography(name: str) -> None:
    for segment in read("zh", name).walk():
        text = getattr(segment, "text", "") or getattr(segment, "title", "")
        if not isinstance(segment, Prose | Heading | Box):
            continue
        for number, line in enumerate(text.split("\n"), segment.line):
            shown = re.sub(r"\]\([^)]*\)|\{[^}]*\}|<[^>]*>", " ", line)
            for rule, wrong in TYPOGRAPHY.items():
                found = wrong.search(shown)
                around = (
                    shown[max(0, found.start() - 8) : found.end() + 8] if found else ""
                )
                assert not found, f"docs/zh/{name}:{number}: {rule}: {around!r}"
