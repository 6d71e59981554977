"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from tests.support.bind import rates
from torch.optim.lr_scheduler import MultiplicativeLR


def f(t):
    return t / (t + 1)


eta = rates(lambda optimizer: MultiplicativeLR(optimizer, f))
