# --8<-- [start:factor]
import torch
from torch.optim.lr_scheduler import ConstantLR, StepLR


def run(steps, optimizer, *schedulers):
    lrs = []
    for _ in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return [round(lr, 4) for lr in lrs]


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


optimizer = new_optimizer()
print(run(5, optimizer, ConstantLR(optimizer, 0.02 / 0.1, total_iters=3)))
# --8<-- [end:factor]

# --8<-- [start:both]
optimizer = new_optimizer()
warmup = ConstantLR(optimizer, factor=0.5, total_iters=2)
decay = StepLR(optimizer, step_size=3, gamma=0.1)
print(run(7, optimizer, warmup, decay))
# --8<-- [end:both]
