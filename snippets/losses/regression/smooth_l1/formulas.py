"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N, beta = 8, 0.8
x, y = torch.randn(2, N)
ell_n = F.smooth_l1_loss(x, y, reduction="none", beta=beta)


def ell(x, y):
    return reduced(F.smooth_l1_loss, x, y, beta=beta)
