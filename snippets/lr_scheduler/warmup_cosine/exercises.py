# --8<-- [start:floor]
import math

import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LambdaLR,
    LinearLR,
    SequentialLR,
)

total, warmup, start, floor = 100, 10, 0.01, 0.1


def factor(t):
    if t < warmup:
        return start + (1 - start) * t / warmup
    tau = (t - warmup) / (total - warmup)
    return floor + (1 - floor) * (1 + math.cos(math.pi * tau)) / 2


def lrs_used(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.2)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(total + 1):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


def in_two_parts(optimizer):
    parts = [
        LinearLR(optimizer, start_factor=start, total_iters=warmup),
        CosineAnnealingLR(optimizer, total - warmup, eta_min=floor * 0.2),
    ]
    return SequentialLR(optimizer, parts, milestones=[warmup])


ours, theirs = lrs_used(lambda o: LambdaLR(o, factor)), lrs_used(in_two_parts)
assert all(abs(a - b) < 1e-12 for a, b in zip(ours, theirs, strict=True))
print(f"highest {max(ours):.4f}  at the end {ours[-1]:.4f}")
# --8<-- [end:floor]
