"""A page shows what is drawn of each figure, in fewer elements."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from optguide_site.project import ROOT
from optguide_site.run import figure
from tests.support.pages import LABS, shown

SVG = "{http://www.w3.org/2000/svg}"
RECORDED = sorted((ROOT / "snippets").rglob("*.svg"))


def drawn(element: Element, groups: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Each element, its attributes, and what the groups around it give it."""
    given = {name: value for name, value in element.items() if name != "d"}
    if element.tag.endswith("}g"):
        groups += (given,) if given else ()
    else:
        yield element.tag, given, (element.text or "").strip(), groups
    for part in element:
        yield from drawn(part, groups)


def points(element: Element) -> list[tuple[float, float]]:
    """Where the straight lines of an element's path lead to, steps added up."""
    found: list[tuple[float, float]] = []
    for edge, x, y in re.findall(
        r"([MLl])\s*(-?[\d.]+)\s+(-?[\d.]+)", element.get("d", "")
    ):
        before = found[-1] if edge == "l" else (0.0, 0.0)
        found.append((before[0] + float(x), before[1] + float(y)))
    return found


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_the_page_shows_what_was_drawn(path: Path) -> None:
    recorded = ElementTree.parse(path).getroot()
    shown = ElementTree.fromstring(figure.inline(path, 'a "curve"'))
    assert shown.attrib.pop("aria-label") == 'a "curve"'
    assert shown.attrib.pop("role") == "img"
    del recorded.attrib["width"], recorded.attrib["height"]
    assert list(drawn(shown)) == list(drawn(recorded))
    for a, b in zip(shown.iter(f"{SVG}path"), recorded.iter(f"{SVG}path"), strict=True):
        for one, other in zip(points(a), points(b), strict=True):
            assert one == pytest.approx(other, abs=0.051)
    assert all(group.attrib for group in shown.iter(f"{SVG}g"))


def words_in(svg: str) -> set[str]:
    """The labels of a picture that have a letter, with a # for each number."""
    texts = ElementTree.fromstring(svg).iter(f"{SVG}text")
    labels = {"".join(text.itertext()).strip() for text in texts}
    return {figure.pattern(label) for label in labels if re.search(r"[^\W\d]", label)}


@pytest.mark.reads("docs", "snippets", "src")
def test_every_label_is_there_in_chinese() -> None:
    """Each is in figures.zh.yml, or stays as it is; and there is none that nobody draws."""
    paths = [*RECORDED]
    for name in LABS:
        paths += [picture.path for picture in shown("zh", name).figures]
    seen = {label for path in paths for label in words_in(path.read_text("utf-8"))}
    known = set(figure.labels()["words"]) | set(figure.labels()["stay"])
    number = re.compile(r"#(e[-−]?#)?")
    arguments = re.compile(r'\w+=[\w#."]+(, \w+=[\w#."]+)*')
    needed = {
        each
        for each in seen
        if not number.fullmatch(each) and not arguments.fullmatch(each)
    }
    hint = "src/optguide_site/figures.zh.yml: "
    assert needed <= known, f"{hint}add {sorted(needed - known)} to words or to stay"
    assert known <= needed, f"{hint}nobody draws {sorted(known - needed)}"


def test_labels_are_in_the_readers_language() -> None:
    svg = "<svg><text>momentum 0.9</text><text>L1Loss</text><text>a &lt; b</text></svg>"
    assert figure.in_language(svg, "en") == svg
    assert figure.in_language(svg, "zh") == svg.replace("momentum", "动量")
