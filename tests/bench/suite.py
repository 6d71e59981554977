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
from tests.support.pages import read

PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
#: What `make test` runs.
TEST = (*PYTEST, "-n", "auto", "--dist", "worksteal", "-m", "not slow")
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
    """Print a ratio of processor times, and the seconds that `make test` takes."""
    found: Any = [case.values for case in cases()]
    examples = [
        (example.name, [block.runs for block in blocks if not block.skip])
        for name, example in found
        for blocks in [read("en", name).examples[example]]
    ]
    options: dict[str, Any] = {"cwd": ROOT, "stdout": subprocess.DEVNULL, "text": True}
    bare = cpu_seconds(
        [sys.executable, "-c", BARE], input=json.dumps(examples), **options
    )
    tested = cpu_seconds(
        [*PYTEST, "--fresh", "tests/site/test_examples.py::test_example"], **options
    )
    print(
        f"every block tested / run in one bare process {tested / bare:17.2f}  (goal 1.5)"
    )
    for fresh, when, goal in (("--fresh", "everything", 240), ("", "nothing new", 15)):
        start = time.perf_counter()
        subprocess.run([*TEST, *fresh.split()], check=True, **options)
        spent = time.perf_counter() - start
        print(
            f"seconds of make test, {when:12} on {os.cpu_count()} cores {spent:13.0f}  "
            f"(goal {goal} on 2)",
            flush=True,
        )


if __name__ == "__main__":
    main()
