# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import StepLR

iterations = 100


def lr_after_one_epoch(step_size, per_iteration):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = StepLR(optimizer, step_size)
    for _ in range(iterations):
        optimizer.step()
        if per_iteration:
            scheduler.step()
    if not per_iteration:
        scheduler.step()
    return scheduler.get_last_lr()[0]


print(f"{lr_after_one_epoch(30, per_iteration=True):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"{lr_after_one_epoch(30, per_iteration=False):.4f}")
print(f"{lr_after_one_epoch(30 * iterations, per_iteration=True):.4f}")
# --8<-- [end:fix]
