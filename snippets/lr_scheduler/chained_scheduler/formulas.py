"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ExponentialLR,
    LinearLR,
    StepLR,
)

n, eta_0, gamma = 3, 0.8, uniform(0.5, 0.9)
parts = [
    lambda optimizer: ExponentialLR(optimizer, gamma),
    lambda optimizer: LinearLR(optimizer, 0.3, total_iters=5),
    lambda optimizer: StepLR(optimizer, 3, 0.7),
]
f = [None, *(rates(part, 1.0) for part in parts)]
eta = rates(lambda optimizer: ChainedScheduler([part(optimizer) for part in parts]))


class formula_1:
    # By the second scheduler, in one step.
    t = 3
    i = 2
    holds = 1 <= i <= n
    found = rates(lambda optimizer: ChainedScheduler([p(optimizer) for p in parts[:2]]))
    eta = found[t - 1] * f[1][t] / f[1][t - 1]
    eta_new = found[t]
