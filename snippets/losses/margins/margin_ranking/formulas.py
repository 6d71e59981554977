"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

x = torch.randn(2, 8)
y = torch.tensor([1, -1] * 4)
Delta = 0.7
ell_n = F.margin_ranking_loss(*x, y, margin=Delta, reduction="none")
