"""The record tells of a page what passed of it as it stands."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from optguide_site.project import DOCS, LANGUAGES, ROOT
from optguide_site.read.page import Page, read_page
from optguide_site.run import depends, record
from optguide_site.write import verified
from tests.support.examples import passed
from tests.support.pages import NAMES, each_name, read, shown

pytestmark = pytest.mark.reads("docs", "snippets", "src", "tests/device")

HERE = record.Session("cpu", "Linux", "2.13.0", "3.11", "abc", "2026-11-25")


@each_name(reads=("src/optguide_site", "tests/device"))
def test_every_page_is_on_record(name: str) -> None:
    """What the site says of a page is true of the page as it is committed."""
    page = read("en", name)
    if page.blocks:
        for language in LANGUAGES:
            page = shown(language, name)
            assert record.summary(page, record.digest(page)), (
                f"docs/{language}/{name} as it stands is not on record: make record"
            )


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(record, "FOLDER", tmp_path)
    return read_page(DOCS / "en/index.md", "en")


def one(page: Page, digest: str | None = None, device: str = "cpu") -> record.Passed:
    digest = digest or record.digest(page)
    return record.Passed(record.key(page), digest, "first.py", 3, 2, [], device)


def write(*passed: record.Passed, session: record.Session = HERE) -> None:
    record.write([*passed], [session], [f"en/{name}" for name in (*NAMES, "other.md")])


def summary(page: Page, *device: str) -> record.Summary | None:
    return record.summary(page, record.digest(page), *device)


def test_without_a_record_nothing_is_verified(page: Page) -> None:
    assert summary(page) is None


def test_all_examples_make_a_page_verified(page: Page) -> None:
    write(one(page))
    assert summary(page) == record.Summary(HERE, blocks=3, outputs=2)


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_tests_of_examples_write_is_found(language: str) -> None:
    page = read(language, "losses/regression/huber.md")
    all_passed = [p for e in page.examples for p in passed(page.name, e, "cpu")]
    record.write(all_passed, [HERE], [f"{lang}/{page.name}" for lang in LANGUAGES])
    found = summary(page)
    assert found
    assert found.blocks == len(page.blocks)


def test_a_changed_page_is_not_verified(page: Page) -> None:
    write(one(page, digest="of an older page"))
    assert summary(page) is None


def test_a_page_that_ran_in_part_is_not_verified(page: Page) -> None:
    write(replace(one(page), example="other.py"))
    assert summary(page) is None


def test_runs_of_other_pages_and_devices_stay(page: Page) -> None:
    write(replace(one(page), page="en/other.md"))
    write(one(page, device="sim"), session=replace(HERE, device="sim"))
    write(one(page))
    assert sorted((e.passed.page, e.passed.device) for e in record.read()) == [
        ("en/index.md", "cpu"),
        ("en/index.md", "sim"),
        ("en/other.md", "cpu"),
    ]


def test_runs_of_pages_that_are_gone_go(page: Page) -> None:
    write(replace(one(page), page="en/other.md"))
    record.write([one(page)], [HERE], ["en/index.md"])
    assert [entry.passed.page for entry in record.read()] == ["en/index.md"]


def test_a_gpu_may_have_another_torch(page: Page) -> None:
    gpu = replace(HERE, device="cuda", torch="2.11.0+cu130")
    write(one(page))
    write(one(page, device="cuda"), session=gpu)
    assert record.others() == [("cuda", "2.11.0")]
    found = summary(page, "cuda", "2.11.0")
    assert found == record.Summary(gpu, blocks=3, outputs=2)
    assert record.on_gpu(page, record.digest(page)) == found
    assert "| CUDA, torch 2.11.0 |" in table("en")


def test_what_ran_before_is_replaced(page: Page) -> None:
    write(replace(one(page), blocks=1), session=replace(HERE, torch="2.13.0+cpu"))
    write(one(page))
    assert record.read() == [record.Entry(one(page), HERE)]


def test_one_device_does_not_speak_for_another(page: Page) -> None:
    write(one(page))
    assert summary(page, "cuda") is None
    assert record.on_gpu(page, record.digest(page)) is None


@pytest.mark.usefixtures("page")
def test_what_an_older_checkout_wrote_is_no_record() -> None:
    record.file("cpu").write_text('{"device": "cpu"}\n{"page": "en/index.md"}\n')
    assert record.read() == []


def test_runs_below_a_line_that_is_no_session_are_not_of_the_one_before(
    page: Page,
) -> None:
    write(one(page))
    kept = record.file("cpu").read_text()
    line = kept.splitlines()[1]
    record.file("cpu").write_text(f'{kept}{{"device": "cpu"}}\n{line}\n')
    assert record.read() == [record.Entry(one(page), HERE)]


def table(language: str) -> str:
    pages = {name: read(language, name) for name in NAMES}
    digests = {n: record.digest(p) for n, p in pages.items() if p.blocks}
    return verified.tables(pages, digests, pages["verified.md"])


def test_the_table_says_what_ran_and_what_did_not(page: Page) -> None:
    write(one(page))
    text = table("en")
    assert "| CPU | 2.13.0 | 3.11 | Linux | `abc` | 2026-11-25 |" in text
    assert "| CUDA | not run |" in text
    row = "passed | not run | not run | 3 | 2 | 0 |"
    assert f"| [{page.title}](index.md) | {row}" in text
    assert re.search(r"\| \[Losses\]\(losses/index\.md\) \| not run \|", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_passes_over_no_page_with_code(language: str) -> None:
    text = table(language)
    for name in NAMES:
        assert (f"]({name})" in text) == bool(read(language, name).blocks), name


def uses(name: str, imported: str) -> bool:
    """Whether a page's examples import a name."""
    statement = re.compile(rf"^from {imported}\b", re.MULTILINE | re.DOTALL)
    return any(statement.search(block.copy) for block in read("en", name).blocks)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("losses/reduction.py", r"optguide\.losses import [^#]*?\bCrossEntropyLoss"),
        ("losses/regression.py", r"optguide\.losses import \(?[\w, \n]*\bl1_loss"),
        ("optim/sgd.py", r"optguide\.optim import SGD"),
        ("lr_scheduler/scheduler.py", r"optguide\.lr_scheduler import StepLR"),
    ],
)
def test_a_broken_implementation_changes_every_page_that_uses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    before = {page: record.digest(read("en", page)) for page in NAMES}
    package = tmp_path / "optguide"
    for path in (ROOT / "src/optguide").rglob("*.py"):
        copy = package / path.relative_to(ROOT / "src/optguide")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text())
    monkeypatch.setitem(depends.FOLDERS, "optguide", package)
    monkeypatch.setattr(depends, "ROOT", tmp_path.parent)
    intact = {page: record.digest(read("en", page)) for page in NAMES}
    broken = package / module
    broken.write_text(broken.read_text() + "\nbroken = True\n")
    after = {page: record.digest(read("en", page)) for page in NAMES}
    changed = {page for page in NAMES if after[page] != intact[page]}
    using = {page for page in NAMES if uses(page, name)}
    assert using
    assert using <= changed
    assert before.keys() == after.keys()
    assert changed < {page for page in NAMES if read("en", page).blocks}


def test_an_import_leads_to_the_module_that_defines_the_name() -> None:
    found = depends.files("from optguide.losses import L1Loss")
    names = {path.relative_to(ROOT / "src").as_posix() for path in found}
    assert "optguide/losses/regression.py" in names
    assert "optguide/losses/reduction.py" in names
    assert "optguide/losses/sequences.py" not in names


def test_packages_are_named_with_their_versions() -> None:
    code = ["import numpy, torch, math", "from sklearn.datasets import load_digits"]
    assert [p.split("==")[0] for p in depends.packages(code)] == [
        "numpy",
        "scikit-learn",
    ]
