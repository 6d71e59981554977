"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend

gamma = uniform(0.01, 0.1)


def L(theta):
    return (theta**4).sum()


theta, gradients, _ = descend(
    lambda parameters: torch.optim.SGD(parameters, lr=gamma), L, torch.randn(3), steps=1
)
t, g = 1, gradients[1]
