# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)

epochs, warmup = 20, 5


def lrs_used(total_iters, milestone, T_max):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    parts = [
        LinearLR(optimizer, start_factor=0.2, total_iters=total_iters),
        CosineAnnealingLR(optimizer, T_max=T_max),
    ]
    scheduler = SequentialLR(optimizer, parts, milestones=[milestone])
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


lrs = lrs_used(total_iters=warmup, milestone=warmup, T_max=epochs)
print(f"T_max={epochs}        last lr {lrs[-1]:.4f}")
lrs = lrs_used(total_iters=10, milestone=warmup, T_max=epochs - warmup)
print(f"total_iters=10  {lrs[warmup - 1]:.4f} jumps to {lrs[warmup]:.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
lrs = lrs_used(total_iters=warmup, milestone=warmup, T_max=epochs - warmup)
print(f"last lr {lrs[-1]:.4f}")
print(f"{lrs[warmup - 1]:.4f}, then {lrs[warmup]:.4f}")
# --8<-- [end:fix]
