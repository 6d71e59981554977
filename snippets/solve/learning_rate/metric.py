# --8<-- [start:wrong]
import warnings

import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for val_loss in (0.9, 0.7, 0.6):
        optimizer.step()
        scheduler.step(val_loss)
        print("lr", optimizer.param_groups[0]["lr"], "last_epoch", scheduler.last_epoch)
assert "was not necessary and is being deprecated" in str(caught[0].message)
print("warnings", len(caught))
# --8<-- [end:wrong]


# --8<-- [start:right]
def step(scheduler, val_loss):
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(val_loss)
    else:
        scheduler.step()


optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
for val_loss in (0.9, 0.7, 0.6):
    optimizer.step()
    step(scheduler, val_loss)
    print("lr", optimizer.param_groups[0]["lr"], "last_epoch", scheduler.last_epoch)
# --8<-- [end:right]
