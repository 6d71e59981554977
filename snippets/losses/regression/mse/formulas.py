"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N = 5
x, y = torch.randn(2, N)
w = torch.rand(N)
ell_n = F.mse_loss(x, y, weight=w, reduction="none")


def ell(x, y):
    return reduced(F.mse_loss, x, y, weight=w)


class mse_loss:
    ell_n = F.mse_loss(x, y, reduction="none")
