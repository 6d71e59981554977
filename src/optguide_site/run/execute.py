"""Execute the examples of a page, and tell whether two outputs are the same."""

from __future__ import annotations

import contextlib
import io
import math
import os
import re
import sys
import tempfile
import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch

from optguide_site.read.page import Example
from optguide_site.run import device as devices
from optguide_site.run import figure

_NUMBER = re.compile(
    r"(?<![\w.])-?\d+(?:\.\d*)?(?:e[-+]?\d+)?(?![\w])|(?<![\w.])-?\d+\.(?=\s|$|[],)])"
)


@dataclass
class Result:
    """What one piece of code printed and drew."""

    output: str
    figures: list[str] = field(default_factory=list)


def execute(blocks: Sequence[Example], device: str = "cpu") -> list[Result]:
    """Run the pieces of one example, in order, as one ``__main__``.

    Args:
        blocks: the pieces, of one example.
        device: where tensors live that name no device. Random numbers are drawn on the
            CPU all the same, and ``device='cuda:0'`` is dropped from what is printed.

    Raises:
        Exception: whatever a piece raises; the traceback shows its file and lines.
    """
    module = types.ModuleType("__main__")
    results = []
    with _clean_state(module), devices.default(device):
        for block in blocks:
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed), _figures(block) as drawn:
                exec(compile(_placed(block), block.origin, "exec"), module.__dict__)
            text = devices.without_device(printed.getvalue())
            lines = [line.rstrip() for line in text.splitlines()]
            results.append(Result("".join(f"{line}\n" for line in lines), drawn))
    return results


def _placed(block: Example) -> str:
    """What runs, each line where it is in its file: tracebacks then name the right one."""
    lines = block.runs.strip("\n").split("\n")
    if len(lines) != len(block.numbers):
        return block.runs  # made by a test, in no file
    placed = [""] * block.numbers[-1]
    for number, line in zip(block.numbers, lines, strict=True):
        placed[number - 1] = line
    return "\n".join(placed) + "\n"


@contextlib.contextmanager
def _clean_state(module: types.ModuleType) -> Iterator[None]:
    """A module, a working directory and a random stream of its own, then all as before.

    The stream is seeded by chance: an output that hangs on a seed the example does not
    set differs from the recorded one.
    """
    main, directory, state = sys.modules["__main__"], os.getcwd(), torch.get_rng_state()
    dtype, threads = torch.get_default_dtype(), torch.get_num_threads()
    torch.seed()
    torch.set_num_threads(1)  # for examples this small more threads only wait
    sys.modules["__main__"] = module
    with tempfile.TemporaryDirectory() as temporary:
        os.chdir(temporary)
        try:
            yield
        finally:
            os.chdir(directory)
            sys.modules["__main__"] = main
            torch.set_rng_state(state)
            torch.set_default_dtype(dtype)
            torch.set_num_threads(threads)


@contextlib.contextmanager
def _figures(block: Example) -> Iterator[list[str]]:
    """Where a reader sees a window, ``plt.show()`` adds the figures' SVG to the list."""
    drawn: list[str] = []
    if "matplotlib" not in block.copy:
        yield drawn
        return
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    def show(*_: Any, **__: Any) -> None:
        drawn.extend(
            figure.to_svg(plt.figure(n), block.name) for n in plt.get_fignums()
        )
        plt.close("all")

    original, backend = plt.show, mpl.get_backend()
    plt.switch_backend("svg")
    plt.show = show
    try:
        with mpl.rc_context(figure.style()):
            yield drawn
    finally:
        plt.close("all")  # an example that failed leaves its figures
        plt.show = original
        plt.switch_backend(backend)


def same(recorded: str, printed: str, rtol: float = 1e-5, atol: float = 0) -> bool:
    """Whether two outputs agree: text exactly, white space aside, and numbers with a tolerance."""
    if recorded == printed:
        return True
    texts = [" ".join(_NUMBER.sub(" # ", text).split()) for text in (recorded, printed)]
    if texts[0] != texts[1]:
        return False

    def close(a: str, b: str) -> bool:
        is_float = any(mark in a + b for mark in ".e")
        return a == b or (
            is_float and math.isclose(float(a), float(b), rel_tol=rtol, abs_tol=atol)
        )

    return all(map(close, _NUMBER.findall(recorded), _NUMBER.findall(printed)))
