"""make bench: optguide against torch, as ratios of times measured in one run, one thread.

A ratio below 1 means that optguide is the faster one. Both are timed in turns, and the
median of the turns' ratios is printed; the clock counts only this process, so that a busy
machine disturbs little.

Memory is asked of torch's allocator, through the profiler: what a step has in use at most
beyond what there was before. The resident size of a process moves in pages and keeps what
was freed, and a dispatch mode does not see what operators allocate inside.
"""

from collections.abc import Callable, Iterator
from statistics import median
from time import process_time
from typing import Any

import torch
from torch.profiler import ProfilerActivity, profile
from torch.utils.benchmark import Timer

import optguide.losses
import optguide.lr_scheduler
import optguide.optim
import optguide.swa_utils

TURNS = 7
Step = Callable[[], Any]


def ratio(ours: Step, theirs: Step) -> float:
    """How much longer ``ours`` takes than ``theirs``."""

    def seconds(step: Step) -> float:
        return (
            Timer("step()", globals={"step": step}, timer=process_time)
            .blocked_autorange(min_run_time=0.1)
            .median
        )

    return median(seconds(ours) / seconds(theirs) for _ in range(TURNS))


def peak(step: Step) -> int:
    """The most bytes that ``step`` has in use at one time, beyond those in use before."""
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


def sgd_step(kind: Any, count: int, options: dict[str, Any], size: int = 8) -> Step:
    """One step of SGD over ``count`` tensors of ``size`` numbers."""
    params = [torch.ones(size, requires_grad=True) for _ in range(count)]
    for param in params:
        param.grad = torch.full((size,), 1e-3)
    step: Step = kind(params, lr=1e-3, **options).step
    return step


def loss_step(
    loss: Callable[..., torch.Tensor],
    input: torch.Tensor,
    target: torch.Tensor,
    **options: Any,
) -> Step:
    """Forward and backward of a loss."""
    input = input.clone().requires_grad_()

    def step() -> None:
        input.grad = None
        loss(input, target, **options).backward()

    return step


EVERY_OPTION = {
    "momentum": 0.9,
    "weight_decay": 1e-4,
    "nesterov": True,
    "maximize": True,
}


def variants() -> Iterator[tuple[str, Step, Step]]:
    """torch's own ways to run SGD, against its loop over the parameters."""
    for variant in ("foreach", "fused"):
        for count in (100, 10_000):
            faster = sgd_step(torch.optim.SGD, count, {variant: True, **EVERY_OPTION})
            loop = sgd_step(torch.optim.SGD, count, {"foreach": False, **EVERY_OPTION})
            yield f"{variant}, {count:6,} tensors", faster, loop


def memory() -> Iterator[tuple[str, list[int]]]:
    """What is measured: a name, peaks of ours, of torch's loop, foreach and fused."""
    assert peak(lambda: torch.empty(1000)) == 4000
    theirs = torch.optim.SGD
    for name, options in (("plain", {}), ("every option", EVERY_OPTION)):
        steps = [sgd_step(optguide.optim.SGD, 4, options, 250_000)]
        for variant in ({"foreach": False}, {"foreach": True}, {"fused": True}):
            steps.append(sgd_step(theirs, 4, {**variant, **options}, 250_000))
        yield f"SGD, first step, {name}", [peak(step) for step in steps]
        yield f"SGD, next steps, {name}", [peak(step) for step in steps]


# Arguments that keep a schedule going for as many steps as the clock needs.
SCHEDULERS: dict[str, dict[str, Any]] = {
    "LambdaLR": {"lr_lambda": lambda t: 1 / (1 + t)},
    "MultiplicativeLR": {"lr_lambda": lambda _: 1.0},
    "StepLR": {"step_size": 30, "gamma": 1.0},
    "MultiStepLR": {"milestones": [30, 60, 90]},
    "ConstantLR": {},
    "LinearLR": {"total_iters": 10**9},
    "ExponentialLR": {"gamma": 1.0},
    "PolynomialLR": {"total_iters": 10**9},
    "CosineAnnealingLR": {"T_max": 1000},
    "CosineAnnealingWarmRestarts": {"T_0": 1000},
    "CyclicLR": {"base_lr": 0.1, "max_lr": 0.5, "step_size_up": 1000},
    "OneCycleLR": {"max_lr": 0.5, "total_steps": 10**9},
    "SequentialLR": {"milestones": [3]},
    "ChainedScheduler": {},
    "ReduceLROnPlateau": {},
    "SWALR": {"swa_lr": 0.05},
}


def scheduler_step(schedulers: Any, name: str) -> Step:
    """One step of a scheduler of two groups, on torch's SGD in both libraries."""
    groups = [{"params": [torch.ones(1)], "lr": lr} for lr in (0.1, 0.01)]
    optimizer = torch.optim.SGD(groups, momentum=0.9)
    options = dict(SCHEDULERS[name])
    if name in ("SequentialLR", "ChainedScheduler"):
        options["schedulers"] = [
            schedulers.LinearLR(optimizer),
            schedulers.ExponentialLR(optimizer, gamma=1.0),
        ]
    module = schedulers
    if name == "SWALR":
        ours = schedulers is optguide.lr_scheduler
        module = optguide.swa_utils if ours else torch.optim.swa_utils
    scheduler = getattr(module, name)(optimizer=optimizer, **options)
    optimizer.step()  # or the first step of the scheduler warns
    if name == "ReduceLROnPlateau":
        return lambda: scheduler.step(1.0)
    step: Step = scheduler.step
    return step


def scheduler_cases() -> Iterator[tuple[str, Step, Step]]:
    """`step()` of every scheduler."""
    for name in SCHEDULERS:
        yield (
            f"{name}.step, 2 groups",
            scheduler_step(optguide.lr_scheduler, name),
            scheduler_step(torch.optim.lr_scheduler, name),
        )


def cases() -> Iterator[tuple[str, Step, Step]]:
    """What is measured: a name, ours, torch's."""
    yield from scheduler_cases()
    for count in (100, 10_000):
        for name, options in (("plain", {}), ("every option", EVERY_OPTION)):
            ours = sgd_step(optguide.optim.SGD, count, options)
            theirs = sgd_step(torch.optim.SGD, count, {"foreach": False, **options})
            yield f"SGD.step, {count:6,} tensors, {name}", ours, theirs
    for rows, classes in ((32, 10), (256, 1000), (4096, 1000)):
        logits = torch.randn(rows, classes)
        index = torch.randint(classes, (rows,))
        for name, options in (("", {}), (", smoothing", {"label_smoothing": 0.1})):
            yield (
                f"cross_entropy, {rows:4} x {classes}{name}",
                loss_step(optguide.losses.cross_entropy, logits, index, **options),
                loss_step(torch.nn.functional.cross_entropy, logits, index, **options),
            )
    for size in (100, 100_000, 4_000_000):
        input, target = torch.randn(2, size)
        for name in ("l1_loss", "mse_loss"):
            yield (
                f"{name}, {size:9,} elements",
                loss_step(getattr(optguide.losses, name), input, target),
                loss_step(getattr(torch.nn.functional, name), input, target),
            )


def main() -> None:
    """Print one line for each case as it is measured."""
    torch.set_num_threads(1)
    torch.manual_seed(0)
    print(
        f"time of optguide / time of torch {torch.__version__}, one thread, foreach=False"
    )
    for name, ours, theirs in cases():
        print(f"{name:42} {ratio(ours, theirs):5.2f}", flush=True)
    print("\ntime of torch's variants of SGD / time of its loop, every option")
    for name, variant, loop in variants():
        print(f"{name:42} {ratio(variant, loop):5.2f}", flush=True)
    print("\npeak memory in MB, 4 parameters of 1 MB: optguide, loop, foreach, fused")
    for name, peaks in memory():
        print(f"{name:42}", *(f"{size / 1e6:5.2f}" for size in peaks), flush=True)


if __name__ == "__main__":
    main()
