# --8<-- [start:count]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, LambdaLR


def run(build, epochs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


lrs = run(lambda o: CosineAnnealingWarmRestarts(o, 10, 2), 150)
starts = [t for t in range(150) if lrs[t] == 0.8]
print("starts", starts)
# --8<-- [end:count]

# --8<-- [start:snapshots]
feet = [t for t in range(149) if lrs[t + 1] > lrs[t]] + [149]
print("save after epochs", feet)
assert feet == [10 * (2**i - 1) - 1 for i in range(1, 5)]
# --8<-- [end:snapshots]


# --8<-- [start:smaller]
def factor(t, T_0=4):
    i, T_cur = divmod(t, T_0)
    return 0.5**i * (1 + math.cos(math.pi * T_cur / T_0)) / 2


print(*[f"{lr:.3f}" for lr in run(lambda o: LambdaLR(o, factor), 12)])
# --8<-- [end:smaller]
