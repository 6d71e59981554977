"""Tests that passed, and on what: what has not changed since is not run again.

A pass is stored under a hash of all that the test depends on: its module and what that imports
of this project, the conftests, Python, the locked packages, and what its marks say::

    @pytest.mark.reads("docs", "mkdocs.yml")   # files, and folders with all that is in them
    @pytest.mark.content(digest)               # anything else, as text

A test below ``tests/site`` or ``tests/device`` without such a mark depends on the whole project.
``--fresh`` runs every test, as continuous integration does. The store is ``.build/passes.json``;
without it, or with one that cannot be read, every test runs. When every test of a call has
passed, the hash of the whole project is stored too: the same call then says so and ends, before
torch is imported once more by every worker.
"""

import json
import os
import platform
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
import torch
from filelock import FileLock

from optguide_site.project import BUILD, ROOT
from optguide_site.run import depends

STORE = BUILD / "passes.json"
#: What a clone consists of; what is built is not among it.
WHOLE = (
    *(".ci", ".github", "docs", "overrides", "snippets", "src", "tests"),
    *("CONTRIBUTING.md", "Makefile", "README.md", "README.zh.md"),
    *("constraints.txt", "constraints.zensical.txt", "mkdocs.yml", "mkdocs.en.yml"),
    *("package.json", "package-lock.json", "pyproject.toml"),
)
_SKIPPED = {"__pycache__", "node_modules"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option to run everything."""
    parser.addoption(
        "--fresh", action="store_true", help="run tests that are known to pass, too"
    )


@cache
def contents(name: str) -> str:
    """The hash of a file, or of all files in a folder."""
    found = sha256()
    path = ROOT / name
    for file in [path] if path.is_file() else sorted(_files(path)):
        found.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in _SKIPPED]
        yield from (Path(here, name) for name in names)


@cache
def _environment() -> str:
    locked = (ROOT / "constraints.txt").read_text("utf-8")
    options = (ROOT / "pyproject.toml").read_text("utf-8")
    return f"{platform.python_version()} {torch.__version__} {locked} {options}"


@cache
def _module(path: Path) -> str:
    """The hash of a test's module, and of what it and the conftests import."""
    conftests = [p / "conftest.py" for p in path.parents if p.is_relative_to(ROOT)]
    files = {path, *(conftest for conftest in conftests if conftest.is_file())}
    imported = {file for each in files for file in depends.files(each.read_text())}
    return depends.digest([_environment()], files | imported)


def key(item: pytest.Item) -> str:
    """The hash of all that a test depends on."""
    reads = [n for mark in item.iter_markers("reads") for n in mark.args]
    content = [text for mark in item.iter_markers("content") for text in mark.args]
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    if not (reads or content) and folder in ("site", "device"):
        reads = list(WHOLE)
    device = item.config.getoption("--device")
    parts = [item.nodeid, device, _module(item.path), *content]
    return sha256("\0".join([*parts, *map(contents, reads)]).encode()).hexdigest()[:20]


def read_store() -> dict[str, str]:
    """The key of each test that passed last; nothing where the store cannot be read."""
    try:
        found = json.loads(STORE.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: key for name, key in found.items() if isinstance(key, str)}


def whole(config: pytest.Config) -> tuple[str, str]:
    """A call of pytest, and the hash of the whole project."""
    page = os.environ.get("OPTGUIDE_PAGE", "")
    call = " ".join(["call", page, *map(str, config.invocation_params.args)])
    parts = [_environment(), *map(contents, WHOLE)]
    return call, sha256("\0".join(parts).encode()).hexdigest()[:20]


class Passes:
    """Leaves out what is known to pass, and stores what passes."""

    def __init__(self, config: pytest.Config) -> None:
        """Read the store, unless every test is to run."""
        # What is recorded comes from a run, and not from one that passed before.
        asked = map(config.getoption, ("--fresh", "--record", "--update-outputs"))
        self.fresh = any(asked) or bool(os.environ.get("CI"))
        self.known = {} if self.fresh else read_store()
        self.is_worker = hasattr(config, "workerinput")
        self.passed: dict[str, str] = {}
        self.deselected = 0

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        """Deselect what is known to pass."""
        wanted: list[pytest.Item] = []
        known: list[pytest.Item] = []
        for item in items:
            now = key(item)
            item.user_properties.append(("pass", now))
            (known if self.known.get(item.nodeid) == now else wanted).append(item)
        if known:
            self.deselected = len(known)
            config.hook.pytest_deselected(items=known)
            items[:] = wanted

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what passed; a test with a failing teardown did not."""
        if report.when == "call" and report.passed:
            found = dict(report.user_properties).get("pass")
            if isinstance(found, str):
                self.passed[report.nodeid] = found
        elif report.failed:
            self.passed.pop(report.nodeid, None)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Store what passed, beside what passed before."""
        if self.is_worker:
            return
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and self.deselected:
            exitstatus = session.exitstatus = pytest.ExitCode.OK
        if exitstatus == pytest.ExitCode.OK and not session.config.option.collectonly:
            call, now = whole(session.config)
            self.passed[call] = now
        if self.passed:
            STORE.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{STORE}.lock"):
                new = STORE.with_suffix(".new")
                new.write_text(json.dumps(read_store() | self.passed), "utf-8")
                new.replace(STORE)

    def pytest_report_header(self) -> str:
        """Say that there is a store."""
        if self.fresh or not self.known:
            return "passes: none is taken over, every test runs"
        return f"passes: {len(self.known)} on record; --fresh runs these tests again"


def pytest_configure(config: pytest.Config) -> None:
    """Begin to leave out and to store."""
    lines = (
        "reads(*names): files and folders that a test depends on",
        "content(*texts): what else a test depends on",
    )
    for line in lines:
        config.addinivalue_line("markers", line)
    passes = Passes(config)
    config.pluginmanager.register(passes, "passes")
    if not (passes.is_worker or passes.fresh):
        call, now = whole(config)
        if passes.known.get(call) == now:
            pytest.exit("every test passed on these very files; --fresh runs them", 0)
