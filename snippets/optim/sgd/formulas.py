"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend

gamma, mu = uniform(0.01, 0.1), uniform(0.5, 0.9)


def loss(theta):
    return (theta**4).sum()


f_t = [None, *(lambda theta, k=k: k * loss(theta) for k in range(1, 7))]
batches = iter(f_t[1:])
theta, g, _ = descend(
    lambda parameters: torch.optim.SGD(parameters, lr=gamma),
    lambda theta: next(batches)(theta),
    torch.randn(3),
)


class sutskever:
    theta, g, b = descend(
        lambda parameters: torch.optim.SGD(parameters, lr=gamma, momentum=mu),
        loss,
        torch.randn(3),
    )
    v = [gamma * buffer for buffer in b]
