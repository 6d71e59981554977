"""What the ``formulas.py`` of several pages need: values that torch computes."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import torch
from torch import Tensor
from torch.optim import SGD, Optimizer

from optguide_site.project import SNIPPETS
from optguide_site.read.source import source

#: Which of its draws a formula is evaluated with; see `one_of`.
draw = 0
REDUCTIONS = ("none", "sum", "mean")


def one_of(*values: Any) -> Any:
    """One of some values: each in turn, so that none is left out."""
    return values[draw % len(values)]


def reduced(
    loss: Callable[..., Tensor], *inputs: Any, **options: Any
) -> dict[str, Tensor]:
    """A loss with each of the three reductions."""
    return {name: loss(*inputs, reduction=name, **options) for name in REDUCTIONS}


def gradient(function: Callable[[Tensor], Tensor], at: Tensor) -> Tensor:
    """The gradient of the sum of what a function returns."""
    x = at.clone().requires_grad_()
    return torch.autograd.grad(function(x).sum(), x)[0]


def rates(
    scheduler: Callable[[Optimizer], Any],
    lr: float = 0.8,
    *,
    key: str = "lr",
    steps: int = 12,
) -> list[float]:
    """The learning rate at t = 0, 1, …, or another option that a scheduler changes."""
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=lr, momentum=0.5)
    schedule, found = scheduler(optimizer), []
    for _ in range(steps):
        found.append(float(optimizer.param_groups[0][key]))
        optimizer.step()
        schedule.step()
    return found


def descend(
    optimizer: Callable[[list[Tensor]], Optimizer],
    loss: Callable[[Tensor], Tensor],
    start: Tensor,
    state: str = "momentum_buffer",
    steps: int = 6,
) -> tuple[list[Tensor], list[Tensor], list[Any]]:
    """Parameter, gradient and state at t = 0, 1, …; no gradient and a state of 0 at first."""
    theta = start.clone().requires_grad_()
    made = optimizer([theta])
    path, gradients, states = [start], [torch.full_like(start, torch.nan)], [0 * start]
    for _ in range(steps):
        made.zero_grad()
        loss(theta).backward()
        made.step()
        path.append(theta.detach().clone())
        gradients.append(torch.as_tensor(theta.grad).clone())
        states.append(made.state[theta].get(state, 0 * start).clone())
    return path, gradients, states


def executed(example: str, section: str) -> dict[str, Any]:
    """The variables of an example after one of its sections, the first."""
    text = source(SNIPPETS / example, "en")
    found: dict[str, Any] = {}
    with redirect_stdout(io.StringIO()):
        exec(text.text(0, text.span(section)[1]), found)
    return found
