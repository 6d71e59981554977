"""make bench: what the tests cost beyond running the code, and how long they take."""

import json
import os
import subprocess
import sys
import time

from optguide_site.page import ROOT, pages
from tests.project import read

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


def cpu_seconds(*command: str, text: str | None = None) -> float:
    """The processor's time of a command."""
    before = os.times()
    subprocess.run(
        command,
        input=text,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main() -> None:
    """Print a ratio of processor times, and the minutes that `make test` waits."""
    examples = [
        (example.name, [block.run for block in blocks if not block.no_run])
        for language, path in pages()
        if language == "en" and path.suffix == ".md"
        for example, blocks in read(path, language).examples.items()
    ]
    bare = cpu_seconds(sys.executable, "-c", BARE, text=json.dumps(examples))
    tested = cpu_seconds(*PYTEST, "tests/site/test_examples.py::test_example")
    print(
        f"every block tested / run in one bare process {tested / bare:17.2f}  (goal 1.5)"
    )
    start = time.perf_counter()
    cpu_seconds(*PYTEST, "-n", "auto", "--dist", "worksteal", "-m", "not builds_site")
    minutes = (time.perf_counter() - start) / 60
    print(
        f"minutes of the tests that need no browser, {os.cpu_count()} cores {minutes:12.1f}  (goal 3 on 2 cores)"
    )


if __name__ == "__main__":
    main()
