"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend


def matrix_of(gamma, mu, h):
    return torch.tensor([[1 - gamma * h, -gamma * mu], [h, mu]])


def rate(gamma, mu):
    return max(
        torch.linalg.eigvals(matrix_of(gamma, mu, h)).abs().max().item()
        for h in (h_min, h_max)
    )


def smallest(gamma, mu):
    """Its rate, which is the smallest around."""
    around = [rate(gamma * a, mu * b) for a in (0.99, 1, 1.01) for b in (0.99, 1, 1.01)]
    assert min(around) == rate(gamma, mu)
    return min(around)


def path(mu=0.0):
    return descend(
        lambda parameters: torch.optim.SGD(parameters, lr=gamma, momentum=mu),
        lambda theta: (h * theta**2).sum() / 2,
        torch.randn(()),
    )


gamma, mu, h = uniform(0.01, 0.1), uniform(0.1, 0.9), uniform(0.5, 2)
h_min, h_max = uniform(0.5, 2), uniform(5, 20)
kappa = h_max / h_min
theta = path()[0]


class plain_2:
    gamma = 2 / (h_min + h_max)
    rho = smallest(gamma, 0)


class matrix:
    theta, _, b = path(mu)
    z = torch.linalg.eigvals(matrix_of(gamma, mu, h))[0].item()


class damping:
    gamma = torch.linspace(0.001, 4 / h, 400)
    steps = torch.stack([matrix_of(lr, mu, h) for lr in gamma])
    holds = torch.linalg.eigvals(steps).imag.abs().amax(1) > 0


class best:
    gamma = (2 / (h_min**0.5 + h_max**0.5)) ** 2
    mu = ((kappa**0.5 - 1) / (kappa**0.5 + 1)) ** 2
    rho = smallest(gamma, mu)
