"""make bench: what the tests cost beyond running the code, and how long they take."""

import json
import os
import subprocess
import sys
import time
from typing import Any

from optguide_site.project import ROOT
from tests.bench.measure import cpu_seconds
from tests.support.examples import cases
from tests.support.project import read

PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
#: Examples as a reader runs them, in one process; what they show is drawn, as in a window.
BARE = """\
import contextlib, io, json, sys, tempfile, types
import torch
from matplotlib import pyplot as plt

def show():
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    plt.close("all")

plt.switch_backend("agg")
plt.show = show
torch.set_num_threads(1)
for name, blocks in json.load(sys.stdin):
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    with (
        contextlib.redirect_stdout(io.StringIO()),
        tempfile.TemporaryDirectory() as folder,
        contextlib.chdir(folder),
    ):
        for block in blocks:
            exec(compile(block, name, "exec"), module.__dict__)
"""


def main() -> None:
    """Print a ratio of processor times, and the minutes that `make test` waits."""
    found: Any = [case.values for case in cases()]
    examples = [
        (example.name, [block.run for block in blocks if not block.no_run])
        for path, example in found
        for blocks in [read(path, "en").examples[example]]
    ]
    options: dict[str, Any] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "text": True}
    bare = cpu_seconds(
        [sys.executable, "-c", BARE], input=json.dumps(examples), **options
    )
    tested = cpu_seconds(
        [*PYTEST, "tests/site/test_examples.py::test_example"], **options
    )
    print(
        f"every block tested / run in one bare process {tested / bare:17.2f}  (goal 1.5)"
    )
    start = time.perf_counter()
    command = [*PYTEST, "-n", "auto", "--dist", "worksteal", "-m", "not builds_site"]
    subprocess.run(command, check=True, **options)
    minutes = (time.perf_counter() - start) / 60
    print(
        f"minutes of the tests that need no browser, {os.cpu_count()} cores {minutes:12.1f}  (goal 3 on 2 cores)"
    )


if __name__ == "__main__":
    main()
