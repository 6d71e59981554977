# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import StepLR


def lrs(step_size, per_batch, epochs=5, batches=23):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = StepLR(optimizer, step_size, gamma=0.1)
    seen = []
    for _ in range(epochs):
        seen.append(f"{scheduler.get_last_lr()[0]:.0e}")
        for _ in range(batches):
            optimizer.step()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
    return seen


print(lrs(step_size=4, per_batch=False))
print(lrs(step_size=4, per_batch=True))
# --8<-- [end:surprise]

# --8<-- [start:fix]
counted_in_batches = lrs(step_size=4 * 23, per_batch=True)
print(counted_in_batches)
assert counted_in_batches == lrs(step_size=4, per_batch=False)
# --8<-- [end:fix]
