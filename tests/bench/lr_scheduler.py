"""``step()`` of every scheduler against torch's."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch

import optguide.lr_scheduler
import optguide.swa_utils
from tests.bench.measure import Case, Step

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


def cases() -> Iterator[Case]:
    """`step()` of every scheduler."""
    for name in SCHEDULERS:
        yield (
            f"{name}.step, 2 groups",
            partial(scheduler_step, optguide.lr_scheduler, name),
            partial(scheduler_step, torch.optim.lr_scheduler, name),
            1.0,
        )
