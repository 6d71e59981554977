"""What the symbols of the page stand for; see CONTRIBUTING.md."""

from random import uniform

import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

f, eta_min, eta = uniform(0.3, 0.9), 0.1, uniform(0.1, 0.3)
optimizer = torch.optim.SGD([torch.zeros(1)], lr=eta)
schedule = ReduceLROnPlateau(optimizer, factor=f, patience=0, min_lr=eta_min)
for _ in range(2):
    schedule.step(1.0)
eta_new = optimizer.param_groups[0]["lr"]
