"""Options of the whole suite."""

import os
import platform
from datetime import UTC, datetime

import pytest
import torch

from optguide_site import ledger


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="rewrite the recorded outputs that are out of tolerance",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-outputs") and os.environ.get("CI"):
        raise pytest.UsageError("--update-outputs: CI only compares")


@pytest.fixture(scope="session")
def update_outputs(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-outputs"))


_runs: list[ledger.Run] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what passed; reports come here from the workers of pytest-xdist too."""
    if report.when != "call" or not report.passed:
        return
    for key, run in report.user_properties:
        if key == "ledger":
            assert isinstance(run, dict)
            _runs.append(ledger.Run(**run))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _runs and not session.config.getoption("--update-outputs"):
        environment = {
            "torch": torch.__version__,
            "device": "cpu",
            "python": platform.python_version(),
            "platform": f"{platform.system()} {platform.machine()}",
            "date": datetime.now(UTC).date().isoformat(),
        }
        ledger.write(_runs, environment)
