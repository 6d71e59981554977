"""The ledger tells of a page what ran of it as it stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from optguide_site import ledger, verified
from optguide_site.page import LANGUAGES, ROOT, Page
from tests.support.examples import entries

HERE = ledger.Environment("cpu", "Linux", "2.13.0", "3.11", "abc", "2026-11-25")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(ledger, "LEDGER", tmp_path / "ledger.jsonl")
    monkeypatch.setattr(ledger, "GPU_LEDGER", tmp_path / "cuda.jsonl")
    return Page.read(ROOT / "docs/en/index.md", "en")


def run(page: Page, digest: str | None = None, device: str = "cpu") -> ledger.Run:
    digest = digest or ledger.digest(page)
    return ledger.Run(ledger.name(page), digest, "first.py", 3, 2, [], device)


def test_no_record_is_not_verified(page: Page) -> None:
    assert ledger.verified(page) is None


def test_all_examples_make_a_page_verified(page: Page) -> None:
    ledger.write([run(page)], [HERE])
    assert ledger.verified(page) == ledger.Verified(HERE, blocks=3, outputs=2)


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tests_of_examples_write_is_found(language: str) -> None:
    path = ROOT / "docs" / language / "losses/regression/huber.md"
    page = Page.read(path, language)
    english = ROOT / "docs/en/losses/regression/huber.md"
    runs = [run for e in page.examples for run in entries(english, e, "cpu")]
    ledger.write(runs, [HERE])
    found = ledger.verified(page)
    assert found
    assert found.blocks == len(page.blocks)


def test_a_changed_page_is_not_verified(page: Page) -> None:
    ledger.write([run(page, digest="of an older page")], [HERE])
    assert ledger.verified(page) is None


def test_a_page_that_ran_in_part_is_not_verified(page: Page) -> None:
    ledger.write([replace(run(page), example="other.py")], [HERE])
    assert ledger.verified(page) is None


def test_runs_of_other_pages_and_devices_stay(page: Page) -> None:
    ledger.write([replace(run(page), page="en/other.md")], [HERE])
    ledger.write([run(page, device="sim")], [replace(HERE, device="sim")])
    ledger.write([run(page)], [HERE])
    assert sorted((e.run.page, e.run.device) for e in ledger.read()) == [
        ("en/index.md", "cpu"),
        ("en/index.md", "sim"),
        ("en/other.md", "cpu"),
    ]


def test_what_ran_on_a_gpu_lies_in_a_file_of_its_own(page: Page) -> None:
    gpu = replace(HERE, device="cuda", torch="2.11.0+cu130")
    ledger.write([run(page)], [HERE])
    ledger.write([run(page, device="cuda")], [gpu])
    assert "cuda" in ledger.GPU_LEDGER.read_text()
    assert "cuda" not in ledger.LEDGER.read_text()
    assert ledger.others() == [("cuda", "2.11.0")]
    found = ledger.verified(page, "cuda", "2.11.0")
    assert found == ledger.Verified(gpu, blocks=3, outputs=2)
    assert ledger.on_gpu(page) == found
    assert "| CUDA, torch 2.11.0 |" in verified.tables("en", ROOT / "docs/en/a.md", {})


def test_what_ran_before_is_replaced(page: Page) -> None:
    ledger.write([replace(run(page), blocks=1)], [replace(HERE, torch="2.13.0+cpu")])
    ledger.write([run(page)], [HERE])
    assert ledger.read() == [ledger.Entry(run(page), HERE)]


def test_one_device_does_not_speak_for_another(page: Page) -> None:
    ledger.write([run(page)], [HERE])
    assert ledger.verified(page, "cuda") is None
    assert ledger.on_gpu(page) is None


@pytest.mark.usefixtures("page")
def test_what_an_older_checkout_wrote_is_no_record() -> None:
    ledger.LEDGER.write_text('{"device": "cpu"}\n{"page": "en/index.md"}\n')
    assert ledger.read() == []


def test_runs_below_a_line_that_is_no_environment_are_not_of_the_one_before(
    page: Page,
) -> None:
    ledger.write([run(page)], [HERE])
    kept = ledger.LEDGER.read_text()
    record = kept.splitlines()[1]
    ledger.LEDGER.write_text(f'{kept}{{"device": "cpu"}}\n{record}\n')
    assert ledger.read() == [ledger.Entry(run(page), HERE)]


def test_the_table_says_what_ran_and_what_did_not(page: Page) -> None:
    ledger.write([run(page)], [HERE])
    text = verified.tables("en", ROOT / "docs/en/verified.md", {})
    assert "| CPU | 2.13.0 | 3.11 | Linux | `abc` | 2026-11-25 |" in text
    assert "| CUDA | not run |" in text
    assert (
        f"| [{page.title}](index.md) | passed | not run | not run | 3 | 2 | 0 |" in text
    )
    assert "| [Losses](losses/index.md) | not run |" in text


def test_the_table_passes_over_no_page_with_code() -> None:
    for language in verified.WORDS:
        docs = ROOT / "docs" / language
        text = verified.tables(language, docs / "verified.md", {})
        for path in docs.rglob("*.md"):
            shown = f"]({path.relative_to(docs).as_posix()})" in text
            assert shown == bool(Page.read(path, language).blocks), path
