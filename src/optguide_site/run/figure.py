"""Pictures that examples draw with Matplotlib: one SVG for both colour schemes."""

from __future__ import annotations

import html
import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Ink and line colours; in the page each is a CSS variable of that number (site.css).
INK = "#24292f"
LINES = ("#3f51b5", "#d35400", "#00796b", "#ad1457", "#6d4c41", "#7b6f00")

STYLE: dict[str, Any] = {
    "figure.figsize": (4.8, 3.4),
    "figure.constrained_layout.use": True,
    "savefig.transparent": True,
    "svg.fonttype": "none",
    "font.size": 11,
    "lines.linewidth": 1.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.15,
    "grid.color": INK,
    "legend.frameon": False,
    **dict.fromkeys(
        (
            "text.color",
            "axes.edgecolor",
            "axes.labelcolor",
            "xtick.color",
            "ytick.color",
        ),
        INK,
    ),
}
_FONT = re.compile(r"font:\s*(?:[\w.]+\s+)?([\d.]+px)\s+[^;\"]+|font-family:[^;\"]+;?")


def style() -> Any:
    """What Matplotlib draws with, for `matplotlib.rc_context`."""
    from cycler import cycler

    return STYLE | {"axes.prop_cycle": cycler(color=LINES)}


def to_svg(drawn: Figure, name: str) -> str:
    """The figure as SVG that takes its colours from the page; ``name`` begins its ids."""
    import matplotlib as mpl

    slug = re.sub(r"\W+", "-", name)
    out = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with mpl.rc_context({"svg.hashsalt": name}):  # the same order of ids in every run
        drawn.savefig(out, format="svg", metadata=nothing)
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    # A style sheet inside the picture would style the page; ids other than those of
    # clip paths and marks would stand twice on a page with two pictures.
    svg = re.sub(r"\s*<style.*?</style>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg)
    svg = re.sub(r"(\.\d\d)\d+(?=[^<>]*>)", r"\1", svg)  # in tags, not in labels
    # Matplotlib's ids hang on the last digits of the layout: number them instead.
    for number, found in enumerate(dict.fromkeys(re.findall(r' id="([^"]*)"', svg))):
        svg = re.sub(rf'(?<=["#]){re.escape(found)}(?=[")])', f"{slug}-{number}", svg)
    svg = _FONT.sub(lambda match: f"font-size: {match[1]}" if match[1] else "", svg)
    svg = svg.replace(INK, "currentColor")
    for number, colour in enumerate(LINES):
        svg = svg.replace(colour, f"var(--plot-{number}, {colour})")
    return svg


_SIZE = re.compile(r'\b(?:width|height)="[^"]*"\s*')
_LINES = re.compile(r' d="([MLz\d.\s-]*)"')


def _steps(path: re.Match[str]) -> str:
    """A path of straight lines by the steps between its points, to a tenth of a unit.

    Compressed, a figure with many points is half as long. Points are rounded, and not
    steps, so that no error adds up.
    """
    steps = ""
    here = (0, 0)
    for edge, x, y in re.findall(r"([MLz])\s*(\S*)\s*([^\sMLz]*)", path[1]):
        if edge == "z":
            steps += "z"
            continue
        point = round(float(x) * 10), round(float(y) * 10)
        start = (0, 0) if edge == "M" else here
        dx, dy = ((to - since) / 10 for to, since in zip(point, start, strict=True))
        steps += f"{'M' if edge == 'M' else 'l'}{dx:g} {dy:g}"
        here = point
    return f' d="{steps}"'


@cache  # both languages show the same figures
def _shortened(svg: str) -> str:
    """The same picture in fewer bytes and elements, as wide as the page lets it be."""
    svg = re.sub(r"(?<=<svg )[^>]*", lambda tag: _SIZE.sub("", tag[0]), svg, count=1)
    svg = _LINES.sub(_steps, svg)
    svg = re.sub(r"<g[^<>]*/>", "", re.sub(r">\s+<", "><", svg))  # empty groups
    bare: list[bool] = []

    def group(tag: re.Match[str]) -> str:
        """Nothing, for a group that gives its members nothing."""
        if tag[0] != "</g>":
            bare.append(tag[0] == "<g>")
            return "" if bare[-1] else tag[0]
        return "" if bare.pop() else tag[0]

    return re.sub(r"</?g\b[^>]*>", group, svg)


def inline(path: Path, alt: str) -> str:
    """The recorded SVG as part of a page, with its alternative text."""
    svg = _shortened(path.read_text("utf-8"))
    return svg.replace("<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1)
