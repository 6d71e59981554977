"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

x = torch.randn(5)
y, w = torch.rand(2, 5)
p = torch.rand(()) + 1
ell_n = F.binary_cross_entropy_with_logits(x, y, w, reduction="none", pos_weight=p)
sigma = torch.sigmoid


class stable:
    ell_n = F.binary_cross_entropy_with_logits(x, y, reduction="none")
