# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingWarmRestarts,
    ExponentialLR,
    LambdaLR,
)


def used(*builds):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    schedulers = [build(optimizer) for build in builds]
    lrs = []
    for _ in range(7):
        lrs.append(f"{optimizer.param_groups[0]['lr']:.3f}")
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return lrs


def restarts(optimizer):
    return CosineAnnealingWarmRestarts(optimizer, T_0=2)


def halving(optimizer):
    return ExponentialLR(optimizer, gamma=0.5)


print("alone        ", *used(restarts))
print("halving first", *used(halving, restarts))
print("halving last ", *used(restarts, halving))
# --8<-- [end:surprise]


# --8<-- [start:fix]
def halving_restarts(optimizer):
    return LambdaLR(optimizer, lambda t: 0.5**t * (1, 0.5)[t % 2])


print("one function ", *used(halving_restarts))
# --8<-- [end:fix]
