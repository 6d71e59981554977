"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import gradient

n = 5
sign = torch.sign
x, y = torch.randn(2, n)
ell = F.l1_loss(x, y, reduction="none")


class formula_2:
    ell = F.mse_loss(x, y, reduction="none")


class formula_3:
    value = gradient(lambda x: F.l1_loss(x, y), x)


class formula_4:
    value = gradient(lambda x: F.mse_loss(x, y), x)
