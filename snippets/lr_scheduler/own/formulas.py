"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import randint

from tests.support.bind import executed, rates
from torch.optim.lr_scheduler import LambdaLR

W, eta_0 = randint(2, 8), 0.8
factor = executed("lr_scheduler/own/own.py", "factor")["factor"]


def scheduler(optimizer):
    return LambdaLR(optimizer, lambda t: factor(t, W))


eta, f_t = rates(scheduler), rates(scheduler, 1.0)
