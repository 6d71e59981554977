"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

x = torch.randn(6)
y = torch.tensor([1, -1] * 3)
ell_n = F.soft_margin_loss(x, y, reduction="none")
sigma = torch.sigmoid
z = torch.randn(())
