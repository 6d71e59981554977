"""Every example of every page prints the same on a GPU: tried on a simulated one."""

import json
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import asdict
from pathlib import Path

import pytest

from optguide_site.project import ROOT
from tests.support.examples import cases, passed
from tests.support.sim_check import NOT_SIMULATED, check_page


@pytest.mark.parametrize(("name", "example"), cases())
def test_example_on_a_simulated_gpu(
    name: str,
    example: Path,
    gpu_process: Executor,
    record_property: Callable[[str, object], None],
) -> None:
    reason = NOT_SIMULATED.get(example.relative_to(ROOT).as_posix())
    if reason:
        pytest.skip(f"not simulated: {reason}")
    problems = gpu_process.submit(check_page, name, example).result(timeout=300)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
    for each in passed(name, example, "sim"):
        record_property("record", json.dumps(asdict(each)))


def test_what_is_not_simulated_exists() -> None:
    assert all((ROOT / name).is_file() for name in NOT_SIMULATED)
