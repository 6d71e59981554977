"""Options of the whole suite."""

import os
import platform
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import torch

import optguide
from optguide_site import ledger
from optguide_site.page import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="rewrite the recorded outputs that are out of tolerance",
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


@pytest.fixture(scope="session")
def update_outputs(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-outputs"))


_runs: list[ledger.Run] = []
_updated: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what passed; reports come here from the workers of pytest-xdist too."""
    if report.when != "call" or not report.passed:
        return
    for key, value in report.user_properties:
        if key == "ledger":
            assert isinstance(value, dict)
            _runs.append(ledger.Run(**value))
        elif key == "updated":
            _updated.append(str(value))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what ``--update-outputs`` rewrote."""
    if _updated:
        terminalreporter.section("outputs rewritten")
        terminalreporter.write("\n".join(_updated))


def commit() -> str:
    """The commit checked out, with ``+`` if files have changed since; ``?`` outside git."""

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(ROOT), *arguments]
        return subprocess.run(
            command, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        changed = "+" if git("status", "--porcelain") else ""
        return git("rev-parse", "--short=10", "HEAD") + changed
    except (OSError, subprocess.CalledProcessError):
        return "?"


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _runs and not session.config.getoption("--update-outputs"):
        here = ledger.Environment(
            device="cpu",
            platform=f"{platform.system()} {platform.machine()}",
            torch=torch.__version__,
            python=platform.python_version(),
            commit=commit(),
            date=datetime.now(UTC).date().isoformat(),
        )
        devices = {run.device for run in _runs}
        ledger.write(_runs, [replace(here, device=device) for device in devices])
