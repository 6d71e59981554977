"""Whether an example prints the same on a GPU, found out without one."""

import re
import traceback
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from optguide_site.project import SNIPPETS
from optguide_site.read.page import Example
from optguide_site.run.execute import execute, same
from tests.support.examples import place
from tests.support.pages import read

JITTER = 3e-7
# Examples that train at length, where each operation is a hundred in Python, and what the
# simulation cannot tell.
NOT_SIMULATED = {
    "snippets/explorers/sgd/try.py": "30,000 steps of SGD take more than a minute",
    "snippets/optim/sgd/nesterov/quadratic.py": "trainings of 2000 steps: a minute and a half",
    "snippets/optim/sgd/variants/operations.py": "torch picks foreach by the tensor's class",
    "snippets/optim/sgd/weight_decay/invariant.py": "trainings of half a minute",
    "snippets/training/digits.py": "six trainings of 12 epochs",
}
#: What code says to get to another device, or to ask for one.
_DEVICE = re.compile(r"device|cuda|accelerator|amp\b|GradScaler|pin_memory")


def check_page(name: str, example: Path) -> list[str]:
    """`check` of one example of a page."""
    blocks = read("en", name).examples[example]
    return check([block for block in blocks if not block.skip])


def check_code(code: str) -> list[str]:
    """`check` of a piece of code, against what it prints on the CPU."""
    block = Example(1, "", SNIPPETS / "code.py", None, code, code)
    (result,) = execute([block])
    return check([replace(block, output=result.output)])


def check(blocks: Sequence[Example]) -> list[str]:
    """What goes wrong with an example on a machine with a GPU; nothing, if all is well.

    on a reader's machine
        The default device is the CPU, and ``torch.cuda.is_available()``: code that says
        ``device`` gets there. What it forgets on the CPU raises; what it draws there
        differs from the record. Code that names no device runs there as it does here.
    on the device
        Every tensor that names no device is there, random ones drawn on the CPU.
    with other last digits
        The same, and every result is off by about 3e-7; text and digits stay the same.
    """
    found = []
    names_device = any(_DEVICE.search(block.runs) for block in blocks)
    if names_device and (problem := wrong(blocks, "cpu")):
        found.append("on a reader's machine: " + problem)
    # Jitter finds what goes wrong without it too; a second run tells the two apart.
    if problem := wrong(blocks, "cuda", JITTER):
        plain = wrong(blocks, "cuda")
        where = "on the device: " if plain else "with other last digits: "
        found.append(where + (plain or problem))
    return found


def wrong(blocks: Sequence[Example], device: str, jitter: float = 0.0) -> str:
    """The first thing that goes wrong in one run, or nothing."""
    from tests.support.sim import (
        simulated,
    )  # here: it is for the process that has the GPU

    try:
        with warnings.catch_warnings(), simulated(own_stream=True, jitter=jitter):
            warnings.simplefilter("error")
            results = execute(blocks, device)
    except Exception:
        return traceback.format_exc()
    for block, result in zip(blocks, results, strict=True):
        recorded = block.printed_by(torch.__version__) or ""
        agree = (
            result.output.split() == recorded.split()
            if jitter
            else same(recorded, result.output)
        )
        if not agree:
            return f"{place(block)}: prints\n{result.output}and not\n{recorded}"
    return ""
