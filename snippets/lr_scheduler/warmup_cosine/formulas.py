"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

s, W, T = uniform(0.1, 0.5), 4, 12
eta_0 = 0.8


def scheduler(optimizer):
    parts = [LinearLR(optimizer, s, total_iters=W), CosineAnnealingLR(optimizer, T - W)]
    return SequentialLR(optimizer, parts, [W])


eta = rates(scheduler)
