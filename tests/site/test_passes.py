"""What passed is not run again, until something that it depends on changes."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support import passes
from tests.support.project import copied, environment

QUIET = ("-p", "no:xdist", "-p", "no:cacheprovider")
TEST = """\
from optguide.losses import l1_loss

def test_one():
    assert l1_loss

def test_two():
    pass
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = copied(tmp_path_factory.mktemp("project"))
    (copy / "tests/test_small.py").write_text(TEST)
    return copy


def run(project: Path, *options: str) -> str:
    inherited = {k: v for k, v in environment(project).items() if k != "CI"}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *QUIET, "tests/test_small.py", *options],
        cwd=project,
        env=inherited,
        capture_output=True,
        text=True,
    )
    return f"{ran.stdout}{ran.stderr}exit {ran.returncode}"


@pytest.mark.slow
def test_a_pass_is_kept_until_something_changes(project: Path) -> None:
    """The same call on the same files ends at once; another test, another module: it runs."""
    store = project / ".build/passes.json"
    assert "2 passed" in run(project)
    said = run(project)
    assert "every test passed on these very files" in said
    assert "exit 0" in said
    assert "2 passed" in run(project, "--fresh")
    (project / "docs/nav.yml").touch()
    test = project / "tests/test_small.py"
    module = project / "src/optguide/losses/sequences.py"
    module.write_text(module.read_text() + "# not used here\n")
    assert "2 deselected" in run(project)
    module = project / "src/optguide/losses/regression.py"
    module.write_text(module.read_text() + "# used\n")
    assert "2 passed" in run(project)
    test.write_text(TEST.replace("pass", "assert False"))
    said = run(project)
    assert "1 passed" in said
    assert "1 failed" in said
    assert "1 failed, 1 deselected" in run(project)
    store.write_text("{")
    assert "1 failed, 1 passed" in run(project)


@pytest.mark.slow
def test_junit_reports_are_well_formed(project: Path) -> None:
    """Properties of a test are strings: a dict made errors of 1,374 tests."""
    (project / "tests/test_small.py").write_text(TEST)
    run(project, "--fresh", "--junitxml", "report.xml")
    suite = ElementTree.parse(project / "report.xml").getroot()[0]
    assert suite.attrib["tests"] == "2"
    assert suite.attrib["errors"] == suite.attrib["failures"] == "0"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1, "b": "c"}'])
def test_a_damaged_store_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(passes, "STORE", tmp_path / "passes.json")
    passes.STORE.write_text(text)
    wanted = {"b": "c"} if "b" in text else {}
    assert passes.read_store() == wanted
    assert json.dumps(wanted)


def test_the_key_depends_on_what_is_read(request: pytest.FixtureRequest) -> None:
    before = passes.key(request.node)
    request.node.add_marker(pytest.mark.content("something"))
    assert passes.key(request.node) != before
