# --8<-- [start:ratio]
import math

import torch
from torch.optim.lr_scheduler import OneCycleLR


def run(total_steps, **arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = OneCycleLR(optimizer, total_steps=total_steps, **arguments)
    lrs = []
    for _ in range(total_steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


lrs = run(100, max_lr=1.0)
print(f"first {lrs[0]:g}  largest {max(lrs):g}  last {lrs[-1]:g}")
lrs = run(100, max_lr=1.0, div_factor=10, final_div_factor=1)
print(f"first {lrs[0]:g}  largest {max(lrs):g}  last {lrs[-1]:g}")
# --8<-- [end:ratio]

# --8<-- [start:accumulate]
batches, accumulate, epochs = 10, 4, 3
total_steps = epochs * math.ceil(batches / accumulate)
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=total_steps)
for _ in range(epochs):
    for i in range(batches):
        if (i + 1) % accumulate == 0 or i + 1 == batches:
            optimizer.step()
            scheduler.step()
print("total_steps", total_steps, "steps done", scheduler.last_epoch)
assert scheduler.last_epoch == total_steps
# --8<-- [end:accumulate]

# --8<-- [start:peak]
lrs = run(10, max_lr=1.0, pct_start=0.25, anneal_strategy="linear")
print(*[f"{lr:.2f}" for lr in lrs])
# --8<-- [end:peak]
