"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from torch.optim.lr_scheduler import LambdaLR

from tests.support.bind import rates


def f(t):
    return 1 / (1 + t)


eta = rates(lambda optimizer: LambdaLR(optimizer, f))
