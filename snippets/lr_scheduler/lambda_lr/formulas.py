"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from tests.support.bind import rates
from torch.optim.lr_scheduler import LambdaLR


def f(t):
    return 1 / (1 + t)


eta = rates(lambda optimizer: LambdaLR(optimizer, f))
