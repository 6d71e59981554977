"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import randint, uniform

from torch.optim.lr_scheduler import StepLR

from tests.support.bind import rates

s, gamma = randint(2, 4), uniform(0.3, 0.9)
eta = rates(lambda optimizer: StepLR(optimizer, s, gamma))
