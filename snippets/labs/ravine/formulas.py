"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch

h_min, h_max = 1, 100
kappa = h_max / h_min


def f(x, y):
    return (h_min * x**2 + h_max * y**2) / 2


x, y = torch.randn(2)


class divergence:
    gamma = torch.arange(1, 401) / 10_000


def rate(lr, momentum):
    """The slowest of two directions, by the eigenvalues of a step."""
    steps = [
        torch.tensor([[1 - lr * h, -lr * momentum], [h, momentum]])
        for h in (h_min, h_max)
    ]
    return max(torch.linalg.eigvals(step).abs().max().item() for step in steps)


def best(lr, momentum):
    """Its rate, which is the smallest around."""
    around = [
        rate(lr * a, momentum * b) for a in (0.99, 1, 1.01) for b in (0.99, 1, 1.01)
    ]
    assert min(around) == rate(lr, momentum)
    return min(around)


class lr_by_formula:
    gamma_star = 2 / 101
    rho_star = best(gamma_star, 0)


class momentum_by_formula:
    gamma_star = (2 / 11) ** 2
    mu_star = (9 / 11) ** 2
    rho_star = best(gamma_star, mu_star)


class rosenbrock:
    def f(x, y):
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2
