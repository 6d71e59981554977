# --8<-- [start:surprise]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def schedule(build):
    body, head = (torch.zeros(1, requires_grad=True) for _ in range(2))
    groups = [{"params": [body], "lr": 0.001}, {"params": [head]}]
    optimizer = torch.optim.SGD(groups, lr=0.1)
    scheduler = build(optimizer)
    for epoch in range(5):
        body_lr, head_lr = scheduler.get_last_lr()
        print(f"{epoch}  body {body_lr:.5f}  head {head_lr:.5f}")
        optimizer.step()
        scheduler.step()


schedule(lambda o: CosineAnnealingLR(o, T_max=4, eta_min=0.01))
# --8<-- [end:surprise]


# --8<-- [start:fix]
def factor(t, floor=0.1, T_max=4):
    return floor + (1 - floor) / 2 * (1 + math.cos(math.pi * t / T_max))


schedule(lambda o: LambdaLR(o, factor))
# --8<-- [end:fix]
