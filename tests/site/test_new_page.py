"""``make new-page`` in a copy of the project: what it writes, that it runs, what it refuses."""

import subprocess
import sys
from pathlib import Path

import pytest

from optguide_site import new_page
from optguide_site.new_page import NewPage, Refused, all_or_nothing
from optguide_site.project import LANGUAGES, ROOT
from optguide_site.read import nav
from tests.support.project import copied, environment

LOSS = "losses/regression/log_cosh"
PAGE = "optim/sgd/averaging"


def run(
    copy: Path, *arguments: str, page: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy,
        env=environment(copy) | {"CI": "", "OPTGUIDE_PAGE": page},
        capture_output=True,
        text=True,
    )


def state(folder: Path) -> dict[str, bytes]:
    """What is in the folders that new pages are written to."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("docs", "snippets", "src/optguide", "tests/losses")
        for path in (folder / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.slow
def test_a_loss_and_a_page(tmp_path: Path) -> None:
    """One copy for both: what is written, that all of it runs, and what is left to do."""
    copy = copied(tmp_path)
    before = state(copy)
    for name in (LOSS, PAGE):
        done = run(copy, "optguide_site.new_page", name)
        assert done.returncode == 0, done.stdout + done.stderr
        assert f"make check PAGE={name}" in done.stdout
    after = state(copy)

    written = {name for name in after if after[name] != before.get(name)}
    assert before.keys() <= after.keys()
    assert written == {
        "docs/nav.yml",
        *(f"docs/{each}/{name}.md" for each in LANGUAGES for name in (LOSS, PAGE)),
        *(f"docs/{each}/reference/losses/regression.md" for each in LANGUAGES),
        *(f"snippets/{LOSS}/{file}" for file in ("by_hand.py", "by_hand.out")),
        *(f"snippets/{LOSS}/{file}" for file in ("equal.py", "equal.out")),
        *(f"snippets/{LOSS}/{file}" for file in ("call.py", "call.out")),
        f"snippets/{LOSS}/formulas.py",
        *(f"snippets/{PAGE}/{file}" for file in ("by_hand.py", "by_hand.out")),
        "src/optguide/losses/__init__.py",
        "src/optguide/losses/regression.py",
        "tests/losses/test_log_cosh.py",
    }
    assert b"gradient [1.0, 6.0, -2.0]" in after[f"snippets/{LOSS}/by_hand.out"]
    assert b"weight [0.5, -1.0]" in after[f"snippets/{PAGE}/by_hand.out"]

    prepared = run(copy, "optguide_site.prepare")
    assert prepared.returncode == 0, prepared.stderr
    for name in (LOSS, PAGE):
        assert (copy / f".build/pages/en/{name}.md").is_file()
        assert "value rtol 1e-12" in (copy / f".build/pages/zh/{LOSS}.md").read_text()
    python = ("docs", "snippets", "src", "tests", "--no-cache")
    linted = run(copy, "ruff", "check", *python)
    assert linted.returncode == 0, linted.stdout
    formatted = run(copy, "ruff", "format", "--check", *python)
    assert formatted.returncode == 0, formatted.stdout

    pytest_quiet = ("pytest", "-p", "no:xdist", "-q", "--tb=line")
    losses = [f"tests/losses/test_{n}.py" for n in ("log_cosh", "reduction")]
    tested = run(copy, *pytest_quiet, *losses)
    assert tested.returncode == 0, tested.stdout
    names = "read examples parity equal formulas numbers"
    files = [f"tests/site/test_{n}.py" for n in names.split()]
    for name in (LOSS, PAGE):
        checked = run(copy, *pytest_quiet, *files, page=name)
        assert checked.stdout.count("\nFAILED ") == 1, checked.stdout
        assert f"test_no_starter_text_is_left[{name}.md]" in checked.stdout
        for language in LANGUAGES:
            assert f"docs/{language}/{name}.md:2: description" in checked.stdout
        assert f"snippets/{name}/by_hand.py:" in checked.stdout
    others = run(copy, *pytest_quiet, "tests/site/test_read.py", "-k", "navigation")
    assert others.returncode == 0, others.stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "which page? make new-page NAME="),
        (" ", "which page? make new-page NAME="),
        ("losses/regression/l1", "docs/en/losses/regression/l1.md exists already"),
        ("losses/regression/l1.md", "docs/en/losses/regression/l1.md exists already"),
        ("losses/regresion/x", "did you mean 'losses/regression'?"),
        ("optm/x", "did you mean 'optim'?"),
        (
            "nothing/like/it",
            "no section 'nothing/like'; there are explorers, learn, losses/binary",
        ),
        ("faq", "faq: in which section? one of explorers, learn, losses/binary"),
        ("losses/log_cosh", "of which family? one of losses/binary"),
        ("losses/margins/huber", "optguide.losses has HuberLoss already"),
        ("losses/regression/Log-Cosh", "is no name of a page"),
        ("losses/regression/../x", "is no name of a page"),
        ("/losses/regression/x", "is no name of a page"),
        ("labs/x", "CONTRIBUTING.md, 'How to add a lab'"),
        ("reference/x", "write it by hand"),
    ],
)
def test_what_is_refused(name: str, message: str, capsys, monkeypatch) -> None:
    """In one line, and nothing is written."""
    before = state(ROOT)
    monkeypatch.setattr(sys, "argv", ["new_page", name])
    assert new_page.main() == 1
    said = capsys.readouterr()
    assert message in said.err
    assert said.err.count("\n") == 1
    assert not said.out
    assert state(ROOT) == before


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "a/b/new.md"
    old.write_text("before")

    def write() -> None:
        with all_or_nothing([old, new]):
            old.write_text("after")
            new.parent.mkdir(parents=True)
            new.write_text("half")
            raise OSError("disk full")

    with pytest.raises(Refused, match="nothing was written: disk full"):
        write()
    assert old.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["old.md"]


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("optim/x", "optim/own.md"),
        ("optim/sgd/x", "optim/sgd/variants.md"),
        ("lr_scheduler/x", "lr_scheduler/own.md"),
        ("training/x", "training/index.md"),
        ("explorers/x", "explorers/lr_schedulers.md"),
        ("losses/sequences/x", "losses/sequences/ctc_gradient.md"),
    ],
)
def test_the_navigation_names_it_after_its_siblings(
    name: str, before: str, tmp_path: Path
) -> None:
    path = tmp_path / "nav.yml"
    path.write_text(NewPage(name).in_navigation(), "utf-8")
    listed = list(nav.listed(nav.read_nav(path)))
    assert listed[listed.index(before) + 1] == f"{name}.md"
    listed.remove(f"{name}.md")
    assert listed == list(nav.listed(nav.read_nav()))


@pytest.mark.parametrize("kind", ["loss", "page"])
def test_the_templates_name_what_a_test_finds(kind: str) -> None:
    """Both languages have as many marks of what is to be written."""
    folder = new_page.TEMPLATES / kind / "docs"
    zh, en = ((folder / each / "NAME.md").read_text("utf-8") for each in LANGUAGES)
    assert en.count("TODO") > 8
    assert zh.count("TODO") - en.count("TODO") == 1  # the title
