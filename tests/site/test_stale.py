"""`mkdocs serve --dirty` builds a page again when something it shows has changed."""

import os
from pathlib import Path

import pytest

from optguide_site.page import ROOT
from optguide_site.stale import is_stale, shown

L1 = ROOT / "docs" / "zh" / "losses" / "regression" / "l1.md"


def test_a_page_shows_examples_outputs_figures_and_the_reference() -> None:
    found = {path.relative_to(ROOT).as_posix() for path in shown(L1)}
    assert found >= {
        "snippets/losses/regression/l1/by_hand.py",
        "snippets/losses/regression/l1/by_hand.out",
        "snippets/losses/regression/l1/curve.svg",
        "src/optguide/losses/regression.py",
    }


def test_never_built(tmp_path: Path) -> None:
    assert is_stale(L1, tmp_path / "index.html", frame=0)


@pytest.mark.parametrize("newer", ["nothing", "page", "example", "frame"])
def test_newer_than_what_was_built(tmp_path: Path, newer: str) -> None:
    page, built = tmp_path / "page.md", tmp_path / "index.html"
    example = "losses/regression/l1/by_hand"
    page.write_text(f'--8<-- "{example}.py:mean"\n')
    built.write_text("")
    times = {"page": 100.0, "built": 200.0, "frame": 100.0}
    if newer == "example":
        times["built"] = (ROOT / "snippets" / f"{example}.py").stat().st_mtime - 1
    elif newer != "nothing":
        times[newer] = 300.0
    if newer != "example":  # the example itself was saved long after
        page.write_text("no example\n")
    os.utime(page, (times["page"],) * 2)
    os.utime(built, (times["built"],) * 2)
    assert is_stale(page, built, times["frame"]) == (newer != "nothing")
