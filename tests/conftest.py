"""Options of the whole suite."""

import contextlib
import os
import platform
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context

import pytest
import torch

from optguide_site import device as devices
from optguide_site import ledger
from optguide_site.page import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="rewrite the recorded outputs that are out of tolerance",
    )
    parser.addoption(
        "--device",
        choices=["cpu", "cuda", "sim"],
        default="cpu",
        help="where tensors live that name no device; sim: a simulated GPU",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-outputs") and os.environ.get("CI"):
        raise pytest.UsageError("--update-outputs: CI only compares")
    if config.getoption("--update-outputs") and config.getoption("--device") != "cpu":
        raise pytest.UsageError("--update-outputs: what is recorded comes from the CPU")


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
    from tests.device.sim import simulated

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
    name = pytestconfig.getoption("--device")
    parts = request.path.relative_to(ROOT / "tests").parts
    if name == "cpu" or parts[0] in ("site", "device"):
        yield
        return
    device, machine = map(request.getfixturevalue, ("device", "machine"))
    mark = request.node.get_closest_marker("cpu_only")
    if mark:
        pytest.skip(mark.kwargs["reason"])
    with machine, devices.default(device):
        yield


_runs: list[ledger.Run] = []
_simulated: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collect what passed; reports come here from the workers of pytest-xdist too."""
    if report.when != "call" or not report.passed:
        return
    for key, run in report.user_properties:
        if key == "ledger":
            assert isinstance(run, dict)
            _runs.append(ledger.Run(**run))
        elif key == "simulated":
            _simulated.append(str(run))


def pytest_sessionfinish(session: pytest.Session) -> None:
    device = session.config.getoption("--device")
    if _runs and device != "sim" and not session.config.getoption("--update-outputs"):
        environment = {
            "torch": torch.__version__,
            "device": device,
            "python": platform.python_version(),
            "platform": f"{platform.system()} {platform.machine()}",
            "date": datetime.now(UTC).date().isoformat(),
        }
        if device == "cuda":
            environment["gpu"] = torch.cuda.get_device_name()
        ledger.write(_runs, environment)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say on which devices the pages ran, and above all on which they did not."""
    device = terminalreporter.config.getoption("--device")
    on = f"torch {torch.__version__}"
    terminalreporter.section("devices")
    terminalreporter.line(
        f"{on}, --device {device}: {len(_runs)} examples of pages passed"
    )
    terminalreporter.line(f"simulated GPU: {len(_simulated)} examples of pages passed")
    if device == "cuda" and torch.cuda.is_available():
        terminalreporter.line(f"CUDA: run on {torch.cuda.get_device_name()}")
    else:
        terminalreporter.line("CUDA: not run", yellow=True, bold=True)
