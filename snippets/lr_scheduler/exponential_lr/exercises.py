# --8<-- [start:gamma]
import math

import torch
from torch.optim.lr_scheduler import ExponentialLR


def run(gamma, epochs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = ExponentialLR(optimizer, gamma)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


gamma = (0.001 / 0.1) ** (1 / 49)
lrs = run(gamma, 50)
print(f"gamma {gamma:.4f}  first {lrs[0]:.4f}  last {lrs[-1]:.4f}")
# --8<-- [end:gamma]

# --8<-- [start:half]
half = math.log(0.5) / math.log(0.95)
lrs = run(0.95, 20)
first = next(t for t, lr in enumerate(lrs) if lr <= 0.05)
print(f"computed {half:.2f}  first epoch {first}")
# --8<-- [end:half]

# --8<-- [start:sum]
lrs = run(0.95, 1000)
print(f"sum {sum(lrs):.4f}  bound {0.1 / (1 - 0.95):.4f}")
# --8<-- [end:sum]
