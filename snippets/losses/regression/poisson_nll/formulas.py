"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import one_of, reduced

N, eps = 6, 0.1
x = torch.rand(N) + 0.1
y = torch.poisson(3 * torch.ones(N)) + 2
log_input = one_of(True, False)
ell_n = F.poisson_nll_loss(x, y, log_input, eps=eps, reduction="none")


def ell(x, y):
    return reduced(F.poisson_nll_loss, x, y, log_input=log_input, eps=eps)


class formula_3:
    both = [
        F.poisson_nll_loss(x, y, full=full, reduction="none") for full in (True, False)
    ]
    value = both[0] - both[1]


class poisson_nll_loss:
    r = x
    ell_n = -torch.distributions.Poisson(x).log_prob(y)
