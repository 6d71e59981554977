# --8<-- [start:wrong]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    CosineAnnealingLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    SequentialLR,
)


def fresh_sgd():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)


def rates_of(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(f"{optimizer.param_groups[0]['lr']:.2f}")
        optimizer.step()
        scheduler.step()
    print(*lrs)


optimizer = fresh_sgd()
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=4)
main = LambdaLR(optimizer, lambda t: 0.9**t)
rates_of(optimizer, warmup, 5)
# --8<-- [end:wrong]

# --8<-- [start:sequential]
optimizer = fresh_sgd()
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=4)
main = CosineAnnealingLR(optimizer, T_max=4)
rates_of(optimizer, SequentialLR(optimizer, [warmup, main], milestones=[4]), 9)
# --8<-- [end:sequential]

# --8<-- [start:chained]
optimizer = fresh_sgd()
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=4)
main = ExponentialLR(optimizer, gamma=0.9)
rates_of(optimizer, ChainedScheduler([warmup, main]), 9)
# --8<-- [end:chained]
