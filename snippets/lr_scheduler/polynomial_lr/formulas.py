"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import randint, uniform

from tests.support.bind import rates
from torch.optim.lr_scheduler import PolynomialLR

T, p = randint(4, 8), uniform(0.5, 3)
eta = rates(lambda optimizer: PolynomialLR(optimizer, T, p))


class formula_2:
    eta = eta[: T + 1]
