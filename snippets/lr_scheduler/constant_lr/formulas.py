"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import randint, uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import ConstantLR

eta_0 = 0.8
f, T = uniform(0.1, 0.9), randint(2, 8)
eta = rates(lambda optimizer: ConstantLR(optimizer, f, T))
