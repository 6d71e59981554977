"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from math import cos, pi
from random import uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import CosineAnnealingLR

T_max, eta_min = 4, uniform(0.01, 0.1)
eta = rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max, eta_min))
h = [1 + cos(pi * t / T_max) for t in range(12)]
