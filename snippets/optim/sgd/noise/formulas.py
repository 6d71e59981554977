"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch

h, B, s = uniform(0.5, 2), 4, uniform(0.5, 2)
gamma, mu = uniform(0.01, 0.1), uniform(0.5, 0.9)
theta, varepsilon = torch.randn(2).tolist()
gamma_e = gamma / (1 - mu)


def variance(mu):
    """By the covariance with the buffer that a step on a noisy gradient leaves as it is."""
    step = torch.tensor([[1 - gamma * h, -gamma * mu], [h, mu]])
    noise = s**2 / B * torch.tensor([[gamma**2, -gamma], [-gamma, 1.0]]).flatten()
    return torch.linalg.solve(torch.eye(4) - torch.kron(step, step), noise)[0]


V = variance(mu)


class formula:
    V = variance(0.0)
