"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import reduced

N = 5
x, y = torch.randn(2, N)
ell_n = F.l1_loss(x, y, reduction="none")


def ell(x, y):
    return reduced(F.l1_loss, x, y)
