"""The site hangs on the commit alone: not on the hour, the process, or the network."""

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from optguide_site.project import ROOT
from tests.support.project import build_environment

#: Root in a network namespace of its own, where nothing can be reached.
NO_NETWORK = ["unshare", "--map-root-user", "--net"]


def can_cut_the_network() -> bool:
    return (
        shutil.which("unshare") is not None
        and subprocess.run([*NO_NETWORK, "true"], capture_output=True).returncode == 0
    )


def digests(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


pytestmark = [pytest.mark.slow]


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory, address: str) -> Path:
    """The site built once more, by another process, without a network where that can be."""
    directory = tmp_path_factory.mktemp("again")
    prefix = NO_NETWORK if can_cut_the_network() else []
    ran = subprocess.run(
        [
            *prefix,
            sys.executable,
            *["-m", "mkdocs", "build", "--strict", "--site-dir"],
            directory,
        ],
        cwd=ROOT,
        env=build_environment(tmp_path_factory.mktemp("tree"), address)
        | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    return directory


def test_two_builds_are_the_same_to_the_byte(site: Path, again: Path) -> None:
    first, second = digests(site), digests(again)
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] != second[name]]


def test_the_build_needs_no_network(again: Path) -> None:
    if not can_cut_the_network():
        pytest.skip("unshare cannot make a network namespace here")
    assert (again / "en/index.html").is_file()
