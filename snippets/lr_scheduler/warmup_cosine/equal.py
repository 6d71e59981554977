# --8<-- [start:sequential]
import math

import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LambdaLR,
    LinearLR,
    SequentialLR,
)

total, warmup, start = 10_000, 500, 0.01


def in_two_parts(optimizer):
    parts = [
        LinearLR(optimizer, start_factor=start, total_iters=warmup),
        CosineAnnealingLR(optimizer, T_max=total - warmup),
    ]
    return SequentialLR(optimizer, parts, milestones=[warmup])


# --8<-- [end:sequential]


# --8<-- [start:lambda]
def factor(t):
    if t < warmup:
        return start + (1 - start) * t / warmup
    tau = (t - warmup) / (total - warmup)
    return (1 + math.cos(math.pi * tau)) / 2


def in_one_function(optimizer):
    return LambdaLR(optimizer, factor)


# --8<-- [end:lambda]


# --8<-- [start:equal]
def schedule(build):
    groups = [
        {"params": [torch.zeros(1, requires_grad=True)], "lr": lr}
        for lr in (0.1, 0.003)
    ]
    optimizer = torch.optim.SGD(groups)
    scheduler = build(optimizer)
    optimizer.step()
    lrs = []
    for _ in range(total + 1):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


two_parts, one_function = schedule(in_two_parts), schedule(in_one_function)
for a, b in zip(two_parts, one_function, strict=True):
    for lr, expected, base_lr in zip(a, b, (0.1, 0.003), strict=True):
        assert abs(lr - expected) < 1e-12 * base_lr
for t in (0, 1, warmup - 1, warmup, total // 2, total - 1, total):
    print(f"{t:5}  {one_function[t][0]:.4g}  {one_function[t][1]:.4g}")
assert one_function[total - 1][0] > 0 == one_function[total][0]
# --8<-- [end:equal]
