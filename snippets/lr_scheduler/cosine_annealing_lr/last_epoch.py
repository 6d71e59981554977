# --8<-- [start:surprise]
import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def lrs_from(scheduler, steps=4):
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        scheduler.optimizer.step()
        scheduler.step()
    return lrs


def new_optimizer():
    w = torch.zeros(1, requires_grad=True)
    return torch.optim.SGD([w], lr=0.8)


whole = lrs_from(CosineAnnealingLR(new_optimizer(), T_max=8), 8)
print("whole  ", *[f"{lr:.3f}" for lr in whole[4:]])

optimizer = new_optimizer()
optimizer.param_groups[0]["initial_lr"] = 0.8
resumed = lrs_from(CosineAnnealingLR(optimizer, T_max=8, last_epoch=3))
print("resumed", *[f"{lr:.3f}" for lr in resumed])
assert resumed[0] == 0.8
# --8<-- [end:surprise]

# --8<-- [start:branch]
optimizer = new_optimizer()
optimizer.param_groups[0]["initial_lr"] = 0.8
scheduler = CosineAnnealingLR(optimizer, T_max=8, last_epoch=3)
with warnings.catch_warnings(record=True):
    warnings.simplefilter("always")
    closed_form = scheduler.get_lr()[0]
print(f"in use {scheduler.get_last_lr()[0]:.3f}, get_lr() {closed_form:.3f}")
assert abs(closed_form - whole[4]) < 1e-12
# --8<-- [end:branch]

# --8<-- [start:fix]
optimizer = new_optimizer()
optimizer.param_groups[0].update(lr=whole[4], initial_lr=0.8)
resumed = lrs_from(CosineAnnealingLR(optimizer, T_max=8, last_epoch=3))
print("resumed", *[f"{lr:.3f}" for lr in resumed])
assert resumed == whole[4:]
# --8<-- [end:fix]
