"""What the symbols of the page stand for; see CONTRIBUTING.md."""

import torch
import torch.nn.functional as F

x = 2 * torch.rand(8)
y = torch.tensor([1, -1] * 4)
Delta = 1.2
ell_n = F.hinge_embedding_loss(x, y, margin=Delta, reduction="none")
