# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)


def last_lr(total, made):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    parts = [
        LinearLR(optimizer, start_factor=0.1, total_iters=10),
        CosineAnnealingLR(optimizer, T_max=total - 10),
    ]
    scheduler = SequentialLR(optimizer, parts, milestones=[10])
    for _ in range(made):
        (lr,) = scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lr


batches, accumulate, epochs = 100, 4, 3
updates = epochs * batches // accumulate
print(f"last lr {last_lr(total=epochs * batches, made=updates):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"last lr {last_lr(total=updates, made=updates):.4f}")
# --8<-- [end:fix]
