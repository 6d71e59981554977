# --8<-- [start:surprise]
import warnings
from inspect import signature

import torch
from torch.optim.lr_scheduler import MultiplicativeLR, StepLR

from optguide import lr_scheduler


def lr_in_epoch_3(build, jump):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = build(optimizer)
    optimizer.step()
    if jump:
        scheduler.step(3)
    else:
        for _ in range(3):
            scheduler.step()
    return scheduler.get_last_lr()[0]


def step_lr(optimizer):
    return StepLR(optimizer, step_size=1, gamma=0.5)


def multiplicative_lr(optimizer):
    return MultiplicativeLR(optimizer, lambda _: 0.5)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for build in (step_lr, multiplicative_lr):
        steps, jump = (lr_in_epoch_3(build, jump) for jump in (False, True))
        print(f"{build.__name__:17}  step() x 3: {steps}  step(3): {jump}")
print("warnings", len(caught))
assert "epoch parameter" in str(caught[0].message)
# --8<-- [end:surprise]

# --8<-- [start:meant]

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
restarts = lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=4)
optimizer.step()
restarts.step(2.5)
print(f"{restarts.get_last_lr()[0]:.4f}")
try:
    lr_scheduler.StepLR(optimizer, step_size=1).step(3)
except TypeError as e:
    print(type(e).__name__)
# --8<-- [end:meant]

# --8<-- [start:without]
names = sorted(set(torch.optim.lr_scheduler.__all__) - {"LRScheduler"})
steps = {name: getattr(torch.optim.lr_scheduler, name).step for name in names}
without = [n for n, step in steps.items() if "epoch" not in signature(step).parameters]
print(len(names), without)
# --8<-- [end:without]
