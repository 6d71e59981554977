"""Options of the whole suite."""

import os

import pytest


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
