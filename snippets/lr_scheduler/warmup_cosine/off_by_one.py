# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR


def lrs_used(factor, steps):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = LambdaLR(optimizer, factor)
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in lrs]


warmup = 4
print(lrs_used(lambda t: min(1, t / warmup), 6))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs_used(lambda t: min(1, (t + 1) / warmup), 6))
# --8<-- [end:fix]
