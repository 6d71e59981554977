"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import randint, uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import LinearLR

f_start, f_end, T = uniform(0.1, 0.5), uniform(0.6, 1), randint(4, 8)
eta_0 = 0.8


def scheduler(optimizer):
    return LinearLR(optimizer, f_start, f_end, T)


eta, f_t = rates(scheduler), rates(scheduler, 1.0)
