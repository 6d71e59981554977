"""SGD against torch's: time, and what a step has in use at most."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch

import optguide.optim
from tests.bench.measure import Case, Step, peak


def sgd_step(kind: Any, count: int, options: dict[str, Any], size: int = 8) -> Step:
    """One step of SGD over ``count`` tensors of ``size`` numbers."""
    params = [torch.ones(size, requires_grad=True) for _ in range(count)]
    for param in params:
        param.grad = torch.full((size,), 1e-3)
    step: Step = kind(params, lr=1e-3, **options).step
    return step


EVERY_OPTION = {
    "momentum": 0.9,
    "weight_decay": 1e-4,
    "nesterov": True,
    "maximize": True,
}


def cases() -> Iterator[Case]:
    """SGD over few and many tensors, without and with every option."""
    for count in (100, 10_000):
        for name, options in (("plain", {}), ("every option", EVERY_OPTION)):
            ours = partial(sgd_step, optguide.optim.SGD, count, options)
            loop = {"foreach": False, **options}
            theirs = partial(sgd_step, torch.optim.SGD, count, loop)
            yield f"SGD.step, {count:6,} tensors, {name}", ours, theirs, 1.0


def variants() -> Iterator[Case]:
    """torch's own ways to run SGD, against its loop over the parameters."""
    for variant in ("foreach", "fused"):
        for count in (100, 10_000):
            make = partial(sgd_step, torch.optim.SGD, count)
            faster = partial(make, {variant: True, **EVERY_OPTION})
            loop = partial(make, {"foreach": False, **EVERY_OPTION})
            yield (
                f"torch's {variant} / its loop, {count:6,} tensors",
                faster,
                loop,
                None,
            )


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
