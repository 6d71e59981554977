"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from tests.support.bind import descend

gamma, mu = uniform(0.01, 0.1), uniform(0.5, 0.9)


def f(theta):
    return (theta**4).sum()


varphi, g_t, b_t = descend(
    lambda parameters: torch.optim.SGD(
        parameters, lr=gamma, momentum=mu, nesterov=True
    ),
    f,
    torch.randn(3),
)
v_t = [-gamma * buffer for buffer in b_t]
theta_t = [ahead - mu * v for ahead, v in zip(varphi, v_t, strict=True)]
