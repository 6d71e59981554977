"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

from tests.support.bind import one_of, rates
from torch.optim.lr_scheduler import StepLR

s, alpha = one_of(1, 2, 3), uniform(0.3, 0.9)
eta = rates(lambda optimizer: StepLR(optimizer, s, alpha))
