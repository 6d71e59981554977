"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

C = 4
x = torch.randn(3, C)
Y = [None, [1], [2, 4], [1, 2, 3]]  # rows and classes count from 1
target = torch.tensor([[0, -1, -1, -1], [1, 3, -1, -1], [0, 1, 2, -1]])
ell_n = F.multilabel_margin_loss(x, target, reduction="none")
