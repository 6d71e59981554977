import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ExponentialLR,
    StepLR,
)


def lrs_used(chained):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    schedulers = [
        ExponentialLR(optimizer, gamma=0.99),
        StepLR(optimizer, step_size=30),
    ]
    if chained:
        schedulers = [ChainedScheduler(schedulers)]
    lrs = []
    for _ in range(100):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return lrs


assert lrs_used(chained=True) == lrs_used(chained=False)
print("one step() of the chain = one step() of every part")
