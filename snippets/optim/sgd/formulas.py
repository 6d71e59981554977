"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from itertools import pairwise
from random import random, uniform

import torch
from tests.support.bind import descend

gamma = uniform(0.01, 0.1)
mu, tau, lambda_ = random(), random(), random()


def loss(theta):
    return (theta**4).sum()


f_t = [None, *(lambda theta, k=k: k * loss(theta) for k in range(1, 7))]


def with_options(**options):
    """θ, g and b; and what torch subtracts γ times of, the new g."""
    batches = iter(f_t[1:])
    theta, g, b = descend(
        lambda parameters: torch.optim.SGD(parameters, lr=gamma, **options),
        lambda theta: next(batches)(theta),
        torch.randn(3),
    )
    return theta, g, b, [None, *((a - b) / gamma for a, b in pairwise(theta))]


theta, g, _, _ = with_options()


class formula_0:
    _, g, b, _ = with_options(momentum=mu)


class formula_2:
    theta, g, _, g_new = with_options(weight_decay=lambda_)


class formula_3:
    _, g, b, g_new = with_options(momentum=mu)


class formula_4:
    _, g, b, _ = with_options(momentum=mu, dampening=tau)
    b[0] = None  # the first gradient enters whole


class formula_5:
    _, g, b, g_new = with_options(momentum=mu, nesterov=True)


class formula_6:
    _, g, _, g_new = with_options(maximize=True)
