"""Options of the whole suite."""

import contextlib
import json
import os
import platform
import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest
import torch

import optguide
from optguide_site.project import LANGUAGES, ROOT
from optguide_site.read.page import page_names
from optguide_site.read.source import did_you_mean
from optguide_site.run import device as devices
from optguide_site.run import record
from tests.support.pages import NAMES, PAGE

pytest_plugins = ["tests.support.passes"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="rewrite the recorded outputs that are out of tolerance",
    )
    parser.addoption(
        "--record",
        action="store_true",
        help="write down which pages passed, in tests/device/",
    )
    parser.addoption(
        "--device",
        choices=record.DEVICES,
        default="cpu",
        help="where tensors live that name no device; sim: a simulated GPU",
    )
    parser.addoption(
        "--package",
        type=Path,
        help="the folder that optguide is installed in; fail if another is imported",
    )


def pytest_configure(config: pytest.Config) -> None:
    wanted, found = config.getoption("--package"), Path(optguide.__file__).parents[1]
    if wanted and wanted.resolve() != found.resolve():
        raise pytest.UsageError(f"optguide is imported from {found}, not from {wanted}")
    if config.getoption("--update-outputs") and os.environ.get("CI"):
        raise pytest.UsageError("--update-outputs: CI only compares")
    if config.getoption("--update-outputs") and config.getoption("--device") != "cpu":
        raise pytest.UsageError("--update-outputs: what is recorded comes from the CPU")
    if PAGE and not NAMES:
        known = [name.rpartition(".")[0] for name in page_names()]
        near = did_you_mean(PAGE, known)
        raise pytest.UsageError(f"there is no page {PAGE!r}{near}")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    for item in items:
        fixtures = {*getattr(item, "fixturenames", ())}
        if "site" in fixtures:
            item.add_marker("builds_site")
        if {"browser", "tab", "gpu_process", "client"} & fixtures:
            item.add_marker("slow")
    if PAGE:
        named = re.compile(rf"(?:^|[\[-]){re.escape(PAGE)}(?:\.md|\.py|::|[\]-]|$)")
        others = [item for item in items if not named.search(item.name)]
        items[:] = [item for item in items if named.search(item.name)]
        config.hook.pytest_deselected(items=others)


@pytest.fixture(scope="session")
def update_outputs(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-outputs"))


@pytest.fixture(scope="session")
def device(pytestconfig: pytest.Config) -> str:
    """The device as torch calls it; a test that asks needs that device."""
    name: str = pytestconfig.getoption("--device")
    if name == "cuda" and not torch.cuda.is_available():
        pytest.skip("CUDA: not run, this machine has no GPU")
    return "cuda" if name == "sim" else name


@pytest.fixture
def machine(pytestconfig: pytest.Config) -> contextlib.AbstractContextManager[None]:
    """Where a test runs: here, or on a machine with a simulated GPU."""
    if pytestconfig.getoption("--device") != "sim":
        return contextlib.nullcontext()
    from tests.support.sim import simulated

    return simulated(own_stream=True)


@pytest.fixture(scope="session")
def gpu_process() -> Iterator[Executor]:
    """A process for the simulated GPU: what it takes of PyTorch it never gives back."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.fixture(autouse=True)
def default_device(
    request: pytest.FixtureRequest, pytestconfig: pytest.Config
) -> Iterator[None]:
    """Every test of `optguide` runs on ``--device``; pages do by their own runner."""
    folder = request.path.relative_to(ROOT / "tests").parts[0]
    if pytestconfig.getoption("--device") == "cpu" or folder in ("site", "device"):
        yield
        return
    device, machine = map(request.getfixturevalue, ("device", "machine"))
    if mark := request.node.get_closest_marker("cpu_only"):
        pytest.skip(mark.kwargs["reason"])
    with machine, devices.default(device):
        yield


_passed: list[record.Passed] = []
_updated: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what passed; reports come here from the workers of pytest-xdist too."""
    if report.when != "call" or not report.passed:
        return
    for key, value in report.user_properties:
        if key == "record":
            _passed.append(record.Passed(**json.loads(str(value))))
        elif key == "updated":
            _updated.append(str(value))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what ``--update-outputs`` rewrote, and on which devices the pages ran."""
    config = terminalreporter.config
    if config.getoption("--update-outputs"):
        terminalreporter.section("outputs rewritten")
        terminalreporter.write("\n".join(_updated) or "none: all agree\n")
    if _passed or config.getoption("--device") != "cpu":
        terminalreporter.section(f"examples of pages, torch {torch.__version__}")
        for device in record.DEVICES:
            ran = {
                (each.page, each.example) for each in _passed if each.device == device
            }
            passed = f"{len(ran)} passed" if ran else "not run"
            name = "CUDA" if device == "cuda" else device
            terminalreporter.line(f"{name}: {passed}", yellow=not ran, bold=not ran)


def commit() -> str:
    """The commit checked out, with ``+`` if files have changed since.

    In a copy without git it is what ``OPTGUIDE_COMMIT`` says, or ``?``.
    """

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        changed = "+" if git("status", "--porcelain") else ""
        return git("rev-parse", "--short=10", "HEAD") + changed
    except (OSError, subprocess.CalledProcessError):
        return os.environ.get("OPTGUIDE_COMMIT", "?")


def pytest_sessionfinish(session: pytest.Session) -> None:
    is_worker = hasattr(session.config, "workerinput")  # they report to one session
    if not _passed or is_worker or not session.config.getoption("--record"):
        return
    here = record.Session(
        device="cpu",
        platform=f"{platform.system()} {platform.machine()}",
        torch=torch.__version__,
        python=platform.python_version(),
        commit=commit(),
        date=datetime.now(UTC).date().isoformat(),
    )
    gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
    sessions = [
        replace(
            here,
            device=name,
            platform=f"{gpu}, {here.platform}" if name == "cuda" else here.platform,
        )
        for name in {each.device for each in _passed}
    ]
    known = [f"{language}/{name}" for language in LANGUAGES for name in page_names()]
    record.write(_passed, sessions, known)
