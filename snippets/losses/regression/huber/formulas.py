"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N, delta = 8, 0.8
x, y = torch.randn(2, N)
w = torch.rand(N)
ell_n = F.huber_loss(x, y, "none", delta)


def ell(x, y):
    return reduced(F.huber_loss, x, y, weight=w, delta=delta)
