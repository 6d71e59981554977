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
