"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

N, C = 4, 3
x = torch.randn(N, C)
w = torch.rand(C)
target = torch.tensor([2, 0, 1, 1])
y = target + 1  # classes count from 1
ell_n = F.nll_loss(x, target, w, reduction="none")


class formula_2:
    ignored = torch.tensor([2, 0, -100, 1])
    ell_n = F.nll_loss(x, ignored, w, reduction="none")
    ell_mean = F.nll_loss(x, ignored, w)
    n_not_ignored = [1, 2, 4]
