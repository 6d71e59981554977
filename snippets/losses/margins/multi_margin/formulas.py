"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F
from tests.support.bind import one_of

N, C = 5, 4
x, w = torch.randn(N, C), torch.rand(C)
target = torch.randint(C, (N,))
y = target + 1  # classes count from 1
p, Delta = one_of(1, 2), 0.7
ell_n = F.multi_margin_loss(x, target, p, Delta, w, reduction="none")
