"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

C = 4
x, y, w = torch.randn(3, C), torch.rand(3, C), torch.rand(C)
ell_n = F.multilabel_soft_margin_loss(x, y, w, reduction="none")
sigma = torch.sigmoid
