import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=100, eta_min=0.001)
print("epoch  lr")
for epoch in range(201):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 25, 50, 75, 99, 100, 101, 150, 200):
        print(f"{epoch:5}  {lr:.5f}")
    height = 1 + math.cos(math.pi * epoch / 100)
    assert abs(lr - (0.001 + (0.1 - 0.001) / 2 * height)) < 1e-12
    optimizer.step()
    scheduler.step()
