# --8<-- [start:surprise]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def lrs_used(scheduler_first):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    used = []
    for _ in range(4):
        if scheduler_first:
            scheduler.step()
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if not scheduler_first:
            scheduler.step()
    return used


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(lrs_used(scheduler_first=True))
print(str(caught[0].message).partition(". ")[0])
# --8<-- [end:surprise]

# --8<-- [start:fix]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(lrs_used(scheduler_first=False))
assert not caught
# --8<-- [end:fix]
