"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ExponentialLR,
    LinearLR,
    StepLR,
)

from tests.support.bind import rates

n, eta_0 = 3, 0.8
parts = [
    lambda optimizer, gamma=uniform(0.5, 0.9): ExponentialLR(optimizer, gamma),
    lambda optimizer: LinearLR(optimizer, 0.3, total_iters=5),
    lambda optimizer: StepLR(optimizer, 3, 0.7),
]
f = [None, *(rates(part, 1.0) for part in parts)]
eta = rates(lambda optimizer: ChainedScheduler([part(optimizer) for part in parts]))


class formula_1:
    """The learning rate after 0, 1, 2, 3 of the schedulers, in one step."""

    t = 5
    i = 2
    found = rates(lambda optimizer: ChainedScheduler([p(optimizer) for p in parts[:2]]))
    eta = found[t - 1] * f[1][t] / f[1][t - 1]
    eta_new = found[t]
