"""How the benchmarks measure: times as ratios, memory as torch's allocator counts it."""

import os
import subprocess
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from torch.profiler import ProfilerActivity, profile
from torch.utils.benchmark import Timer

TURNS = 8
Step = Callable[[], Any]
Make = Callable[[], Step]
#: A name, what makes ours, what makes torch's, and the ratio to stay below, if it is a goal.
Case = tuple[str, Make, Make, float | None]


def ratio(ours: Make, theirs: Make) -> float:
    """How much longer a step of ``ours`` takes than one of ``theirs``: the median of turns.

    The clock counts this process only, so that a busy machine disturbs little. Where tensors
    lie in memory matters as much as what is done to them: each turn makes them anew, and the
    two take turns in being first.
    """

    def seconds(make: Make) -> float:
        step = make()
        step()  # the first one makes buffers
        return (
            Timer("step()", globals={"step": step}, timer=process_time)
            .blocked_autorange(min_run_time=0.03)
            .median
        )

    ratios = []
    for turn in range(TURNS):
        first, second = (ours, theirs) if turn % 2 == 0 else (theirs, ours)
        times = {first: seconds(first), second: seconds(second)}
        ratios.append(times[ours] / times[theirs])
    return median(ratios)


def peak(step: Step) -> int:
    """The most bytes that ``step`` has in use at one time, beyond those in use before.

    The profiler asks torch's allocator. The resident size of a process moves in pages and
    keeps what was freed; a dispatch mode does not see what operators allocate inside.
    """
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as profiled:
        step()
    events = profiled.profiler.kineto_results.events()
    moves = sorted(
        (event.start_ns(), event.nbytes())
        for event in events
        if event.name() == "[memory]"
    )
    in_use = most = 0
    for _, size in moves:
        in_use += size
        most = max(most, in_use)
    return most


def cpu_seconds(command: list[Any], **options: Any) -> float:
    """The processor's time of a command; ``options`` are those of `subprocess.run`."""
    before = os.times()
    subprocess.run(command, check=True, **options)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])
