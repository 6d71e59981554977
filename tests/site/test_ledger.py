"""The ledger tells of a page what ran of it as it stands."""

from pathlib import Path

import pytest

from optguide_site import ledger
from optguide_site.page import ROOT, Page


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(ledger, "LEDGER", tmp_path / "ledger.json")
    return Page.read(ROOT / "docs/en/index.md", "en")


def run(page: Page, digest: str | None = None) -> ledger.Run:
    return ledger.Run(
        ledger.name(page), digest or ledger.digest(page), "first.py", 3, 2, []
    )


def test_no_record_is_not_verified(page: Page) -> None:
    assert ledger.verified(page) is None


def test_all_examples_make_a_page_verified(page: Page) -> None:
    ledger.write([run(page)], {"torch": "2.13.0"})
    assert ledger.verified(page) == {
        "blocks": 3,
        "outputs": 2,
        "torch": "2.13.0",
        "cuda": None,
    }


def test_a_changed_page_is_not_verified(page: Page) -> None:
    ledger.write([run(page, digest="of an older page")], {"torch": "2.13.0"})
    assert ledger.verified(page) is None


def test_a_page_that_ran_in_part_is_not_verified(page: Page) -> None:
    other = ledger.Run(ledger.name(page), ledger.digest(page), "other.py", 1, 0, [])
    ledger.write([other], {"torch": "2.13.0"})
    assert ledger.verified(page) is None


def test_runs_of_other_pages_stay(page: Page) -> None:
    other = ledger.Run("en/other.md", "", "other.py", 1, 0, [])
    ledger.write([other], {})
    ledger.write([run(page)], {})
    assert {r["page"] for r in ledger.read()["runs"]} == {"en/other.md", "en/index.md"}


def test_a_gpu_is_named_only_where_the_page_ran_on_it(page: Page) -> None:
    ledger.write([run(page)], {"device": "cuda", "gpu": "H100"})
    assert ledger.verified(page) is None
    ledger.write([run(page)], {"device": "cpu"})
    assert (ledger.verified(page) or {})["cuda"] == "H100"
    ledger.write([run(page, digest="of an older page")], {"device": "cuda", "gpu": "H"})
    assert (ledger.verified(page) or {})["cuda"] is None
