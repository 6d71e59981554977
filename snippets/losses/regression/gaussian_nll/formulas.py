"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N, eps = 6, 0.3
x, y = torch.randn(2, N)
v = torch.rand(N)
hat_v = v.clamp(min=eps)
ell_n = F.gaussian_nll_loss(x, y, v, eps=eps, reduction="none")


def ell(x, y):
    return reduced(F.gaussian_nll_loss, x, y, v, eps=eps)


class gaussian_nll_loss:
    ell_n = F.gaussian_nll_loss(x, y, v, full=True, eps=eps, reduction="none")
