"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend

gamma, mu = uniform(0.01, 0.1), uniform(0.5, 0.9)
theta, g, b = descend(
    lambda parameters: torch.optim.SGD(parameters, lr=gamma, momentum=mu),
    lambda theta: (theta**4).sum(),
    torch.randn(3),
)
v = [gamma * buffer for buffer in b]
