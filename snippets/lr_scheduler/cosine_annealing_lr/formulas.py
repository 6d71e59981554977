"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from math import cos, pi
from random import uniform

from tests.support.bind import one_of, rates
from torch.optim.lr_scheduler import CosineAnnealingLR

T_max, eta_min = 4, uniform(0.01, 0.1)
eta = rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max, eta_min))
c = [1 + cos(pi * t / T_max) for t in range(12)]


class idea:
    eta = rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max))


class formula_2:
    steps = one_of(slice(T_max + 1), slice(T_max + 1, None))  # to the minimum; after it
    eta, c = eta[steps], c[steps]


class formula_3:
    eta_0 = eta[0]
    eta, c = eta[T_max : T_max + 2], c[T_max : T_max + 2]  # right after the minimum
