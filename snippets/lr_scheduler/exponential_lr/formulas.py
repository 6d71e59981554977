"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from torch.optim.lr_scheduler import ExponentialLR

from tests.support.bind import rates

gamma = uniform(0.5, 0.9)
eta = rates(lambda optimizer: ExponentialLR(optimizer, gamma))
