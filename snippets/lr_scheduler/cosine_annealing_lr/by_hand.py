# --8<-- [start:closed]
import math

import torch

eta_0, eta_min, T_max = 0.9, 0.1, 4
height = [1 + math.cos(math.pi * t / T_max) for t in range(7)]
print("height ", *[f"{h:.4f}" for h in height])
closed = [eta_min + (eta_0 - eta_min) / 2 * h for h in height]
print("lr     ", *[f"{lr:.4f}" for lr in closed])
# --8<-- [end:closed]

# --8<-- [start:recursive]
lr = eta_0
by_hand = [lr]
for t in range(1, 7):
    if height[t - 1] > 0:
        lr = eta_min + (lr - eta_min) * height[t] / height[t - 1]
    else:
        lr = lr + (eta_0 - eta_min) / 2 * height[t]
    by_hand.append(lr)
print("by hand", *[f"{lr:.4f}" for lr in by_hand])
# --8<-- [end:recursive]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=eta_0)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max, eta_min)
lrs = []
for _ in range(7):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print("torch  ", *[f"{lr:.4f}" for lr in lrs])
for lr, a, b in zip(lrs, by_hand, closed, strict=True):
    assert abs(lr - a) < 1e-12
    assert abs(lr - b) < 1e-12
# --8<-- [end:torch]
