# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
)


def schedule(*builds, steps=7):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.05)
    parts = [build(optimizer) for build in builds]
    scheduler = ChainedScheduler(parts, optimizer=optimizer)
    lrs = []
    for _ in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return lrs


def tenth(optimizer):
    return ConstantLR(optimizer, factor=0.1, total_iters=3)


with_floor = schedule(tenth, lambda o: CosineAnnealingLR(o, 6, 0.01))
print("floor 0.01", *[f"{lr:.4f}" for lr in with_floor])
# --8<-- [end:surprise]

# --8<-- [start:fix]
without = schedule(tenth, lambda o: CosineAnnealingLR(o, 6))
alone = schedule(lambda o: CosineAnnealingLR(o, 6))
print("floor 0   ", *[f"{lr:.4f}" for lr in without])
for t, (lr, cosine) in enumerate(zip(without, alone, strict=True)):
    assert abs(lr - cosine * (0.1 if t < 3 else 1)) < 1e-12
# --8<-- [end:fix]
