"""Every example of every page prints the same on a GPU: tried on a simulated one."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import asdict
from pathlib import Path

import pytest

from optguide_site.page import ROOT
from tests.device.check import NOT_SIMULATED, check_page
from tests.support.examples import cases, entries


@pytest.mark.parametrize(("path", "example"), cases())
def test_example_on_a_simulated_gpu(
    path: Path,
    example: Path,
    gpu_process: Executor,
    record_property: Callable[[str, object], None],
) -> None:
    reason = NOT_SIMULATED.get(example.relative_to(ROOT).as_posix())
    if reason:
        pytest.skip(f"not simulated: {reason}")
    problems = gpu_process.submit(check_page, path, "en", example).result(timeout=300)
    assert not problems, "\n".join(problems)
    for passing in entries(path, example, "sim"):
        record_property("ledger", asdict(passing))


def test_what_is_not_simulated_exists() -> None:
    assert all((ROOT / name).is_file() for name in NOT_SIMULATED)
