"""KaTeX's fonts, cut down to what the formulas of the site are made of."""

from __future__ import annotations

from pathlib import Path

from fontTools import subset


def cut(folder: Path, characters: str) -> None:
    """Leave of each WOFF2 font in ``folder`` the glyphs of ``characters``."""
    for path in sorted(folder.glob("*.woff2")):
        options = subset.Options(flavor="woff2", notdef_outline=True)
        with subset.load_font(str(path), options) as font:
            subsetter = subset.Subsetter(options)
            subsetter.populate(text=characters)
            subsetter.subset(font)
            subset.save_font(font, str(path), options)
