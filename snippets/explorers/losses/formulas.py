"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
import torch.nn.functional as F

delta = beta = uniform(0.5, 2)
x, y = torch.randn(2, 8)
Huber = F.huber_loss(x, y, delta=delta)
SmoothL1 = F.smooth_l1_loss(x, y, beta=beta)
