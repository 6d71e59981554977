# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    ExponentialLR,
    LambdaLR,
    MultiplicativeLR,
    OneCycleLR,
)


def lrs_used(*makers):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = ChainedScheduler([make(optimizer) for make in makers])
    lrs = []
    for _ in range(4):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in lrs]


def halve(optimizer):
    return ExponentialLR(optimizer, gamma=0.5)


def double(optimizer):
    return LambdaLR(optimizer, lambda t: 2.0**t)


print("halve, double", lrs_used(halve, double))
print("double, halve", lrs_used(double, halve))
# --8<-- [end:surprise]

# --8<-- [start:others]
options = {"cycle_momentum": False}
for make in (
    lambda o: CosineAnnealingWarmRestarts(o, T_0=3),
    lambda o: CyclicLR(o, base_lr=0.8, max_lr=1.6, **options),
    lambda o: OneCycleLR(o, max_lr=0.8, total_steps=9, **options),
):
    assert lrs_used(halve, make) == lrs_used(make)
# --8<-- [end:others]


# --8<-- [start:fix]
def double_again(optimizer):
    return MultiplicativeLR(optimizer, lambda _: 2.0)


print("halve, double", lrs_used(halve, double_again))
print("double, halve", lrs_used(double_again, halve))
# --8<-- [end:fix]
