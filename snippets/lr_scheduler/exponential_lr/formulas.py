"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import ExponentialLR

alpha = uniform(0.5, 0.9)
eta = rates(lambda optimizer: ExponentialLR(optimizer, alpha))
