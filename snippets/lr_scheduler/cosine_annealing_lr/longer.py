# --8<-- [start:surprise]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def build(T_max):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    return optimizer, CosineAnnealingLR(optimizer, T_max)


def run(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    print(*[f"{lr:.3f}" for lr in lrs])


old = build(T_max=4)
run(*old, steps=4)
optimizer, scheduler = build(T_max=8)
for new, saved in zip((optimizer, scheduler), old, strict=True):
    new.load_state_dict(saved.state_dict())
print("T_max", scheduler.T_max)
scheduler.T_max = 8
run(optimizer, scheduler, steps=5)
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer, scheduler = build(T_max=8)
for new, saved in zip((optimizer, scheduler), old, strict=True):
    new.load_state_dict(saved.state_dict())
scheduler.T_max = 8
t = scheduler.last_epoch
for group in optimizer.param_groups:
    height = 1 + math.cos(math.pi * t / scheduler.T_max)
    group["lr"] = group["initial_lr"] / 2 * height
scheduler._last_lr = [group["lr"] for group in optimizer.param_groups]
run(optimizer, scheduler, steps=5)
# --8<-- [end:fix]
