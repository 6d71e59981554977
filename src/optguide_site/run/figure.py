"""Pictures that examples draw with Matplotlib: one SVG for both colour schemes."""

from __future__ import annotations

import html
import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

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
    "axes.titlesize": "medium",
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
            "patch.edgecolor",
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
    from matplotlib.ticker import LogFormatter

    class Plain(LogFormatter):
        """0.001 and 1e-05, as code has them: an exponent is too small for a phone."""

        def _num_to_string(self, x: float, vmin: float, vmax: float) -> str:
            return f"{x:g}"

    axes = (a for panel in drawn.axes for a in (panel.xaxis, panel.yaxis))
    for axis in axes:
        if axis.get_scale() == "log":
            axis.set_major_formatter(Plain())
            axis.set_minor_formatter(Plain())

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


_TEXT = re.compile(r"(?<=>)[^<]+(?=</text>)")
_NUMBER = re.compile(r"(?<!\w)[-−]?\d+(?:\.\d+)?(?:e[-−]?\d+)?(?!\w)")


@cache
def labels() -> dict[str, Any]:
    """The labels of figures, from ``figures.zh.yml``: ``words``, and what is to ``stay``."""
    text = Path(__file__).parents[1].joinpath("figures.zh.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def pattern(label: str) -> str:
    """A label as ``figures.zh.yml`` has it: ``"momentum #"`` for ``"momentum 0.9"``."""
    return _NUMBER.sub("#", label)


def in_language(svg: str, language: str) -> str:
    """The picture with its labels in the reader's language; it is drawn with English ones."""
    if language == "en":
        return svg

    def translated(found: re.Match[str]) -> str:
        label = html.unescape(found[0])
        chinese = labels()["words"].get(pattern(label), label)
        for number in _NUMBER.findall(label) if chinese != label else ():
            chinese = chinese.replace("#", number, 1)
        return html.escape(chinese, quote=False)

    return _TEXT.sub(translated, svg)


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


@cache  # while one writes, a page is made anew more often than its figures
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
