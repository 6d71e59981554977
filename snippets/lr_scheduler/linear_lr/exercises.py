# --8<-- [start:warmup]
import torch
from torch.optim.lr_scheduler import ExponentialLR, LinearLR


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


def run(steps, optimizer, *schedulers):
    lrs = []
    for _ in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return lrs


optimizer = new_optimizer()
warmup = LinearLR(optimizer, start_factor=0.0001 / 0.1, total_iters=1000)
lrs = run(1010, optimizer, warmup)
print(f"first {lrs[0]:.4f}  at 999 {lrs[999]:.4f}  at 1000 {lrs[1000]:.4f}")
# --8<-- [end:warmup]

# --8<-- [start:steps]
optimizer = new_optimizer()
decay = LinearLR(optimizer, 1.0, 0.1, total_iters=9)
lrs = run(10, optimizer, decay)
print(*(f"{lr:.2f}" for lr in lrs))
# --8<-- [end:steps]

# --8<-- [start:both]
optimizer = new_optimizer()
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=9)
decay = ExponentialLR(optimizer, gamma=0.95)
lrs = run(40, optimizer, warmup, decay)
top = max(range(40), key=lambda t: lrs[t])
print(f"top {lrs[top]:.4f} at {top}")
# --8<-- [end:both]
