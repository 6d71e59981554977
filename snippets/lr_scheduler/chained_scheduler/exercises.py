# --8<-- [start:formula]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ExponentialLR,
    LinearLR,
    SequentialLR,
    StepLR,
)


def lrs_used(build, epochs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


def chain(optimizer):
    parts = [
        StepLR(optimizer, step_size=30, gamma=0.1),
        ExponentialLR(optimizer, gamma=0.99),
    ]
    return ChainedScheduler(parts)


lrs = lrs_used(chain, 66)
print(f"{lrs[65]:.8f}  {0.1 * 0.1**2 * 0.99**65:.8f}")
assert abs(lrs[65] - 0.1 * 0.1**2 * 0.99**65) < 1e-12
# --8<-- [end:formula]


# --8<-- [start:warmup]
def parts(optimizer):
    return [
        LinearLR(optimizer, start_factor=0.25, total_iters=3),
        ExponentialLR(optimizer, gamma=0.5),
    ]


chained = lrs_used(lambda o: ChainedScheduler(parts(o)), 6)
in_order = lrs_used(lambda o: SequentialLR(o, parts(o), [3]), 6)
print("chained   ", *[f"{lr:.4f}" for lr in chained])
print("sequential", *[f"{lr:.4f}" for lr in in_order])
# --8<-- [end:warmup]
