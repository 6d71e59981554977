"""How the benchmarks measure: times as ratios, memory as torch's allocator counts it."""

from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from torch.profiler import ProfilerActivity, profile
from torch.utils.benchmark import Timer

TURNS = 7
Step = Callable[[], Any]
#: A name, ours, torch's, and the ratio that ours should stay below, if there is a goal.
Case = tuple[str, Step, Step, float | None]


def ratio(ours: Step, theirs: Step) -> float:
    """How much longer ``ours`` takes than ``theirs``: the median of turns.

    The clock counts this process only, so that a busy machine disturbs little.
    """

    def seconds(step: Step) -> float:
        return (
            Timer("step()", globals={"step": step}, timer=process_time)
            .blocked_autorange(min_run_time=0.03)
            .median
        )

    return median(seconds(ours) / seconds(theirs) for _ in range(TURNS))


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
