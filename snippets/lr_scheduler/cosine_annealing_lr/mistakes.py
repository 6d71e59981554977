# --8<-- [start:helpers]
import math
import warnings

import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    LambdaLR,
)


def sgd(*lrs):
    """An optimizer with one parameter group for each learning rate."""
    return torch.optim.SGD([{"params": [torch.zeros(1)], "lr": lr} for lr in lrs])


def used(scheduler, steps, group=0):
    """Take some steps; return the learning rates that were in use."""
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.optimizer.param_groups[group]["lr"])
        scheduler.optimizer.step()
        scheduler.step()
    return lrs


def show(label, lrs):
    print(f"{label}:", *[f"{lr:.3g}" for lr in lrs])


# --8<-- [end:helpers]


# --8<-- [start:rises]
T_max = 50
scheduler = CosineAnnealingLR(sgd(0.1), T_max)
show("90 epochs", used(scheduler, 90)[-3:])
# --8<-- [end:rises]

# --8<-- [start:rises_fix]
T_max = 90
scheduler = CosineAnnealingLR(sgd(0.1), T_max)
show("90 epochs", used(scheduler, 90)[-3:])
# --8<-- [end:rises_fix]

# --8<-- [start:per_iteration]
T_max = 6
scheduler = CosineAnnealingLR(sgd(0.1), T_max)
at_start = []
for _epoch in range(6):
    at_start += scheduler.get_last_lr()
    for _batch in range(10):
        scheduler.optimizer.step()
        scheduler.step()
show("T_max=6", at_start)
# --8<-- [end:per_iteration]

# --8<-- [start:per_iteration_fix]
T_max = 60
scheduler = CosineAnnealingLR(sgd(0.1), T_max)
show("T_max=60", used(scheduler, 60)[::10])
# zh: 或者 T_max=6，每一轮只调用一次 step()
# en: or T_max=6, and one step() per epoch
scheduler = CosineAnnealingLR(sgd(0.1), T_max=6)
show("once per epoch", used(scheduler, 6))
# --8<-- [end:per_iteration_fix]

# --8<-- [start:zero]
try:
    used(CosineAnnealingLR(sgd(0.1), T_max=0), 1)
except ZeroDivisionError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:zero]


# --8<-- [start:changed]
def changed_at(epoch, change):
    scheduler = CosineAnnealingLR(sgd(0.8), T_max=4, eta_min=0.1)
    before = used(scheduler, epoch)
    change(scheduler)
    return before + used(scheduler, 9 - epoch)


def tenth(scheduler):
    scheduler.optimizer.param_groups[0]["lr"] /= 10


show("untouched", used(CosineAnnealingLR(sgd(0.8), 4, 0.1), 9))
show("at 1", changed_at(1, tenth))
show("at 4", changed_at(4, tenth))
# --8<-- [end:changed]


# --8<-- [start:changed_fix]
def tenth(scheduler):
    scheduler.optimizer.param_groups[0]["lr"] /= 10
    scheduler.base_lrs = [lr / 10 for lr in scheduler.base_lrs]
    scheduler.eta_min /= 10


show("at 1", changed_at(1, tenth))
show("at 4", changed_at(4, tenth))
# --8<-- [end:changed_fix]

# --8<-- [start:groups]
for group, name in enumerate(("backbone", "head")):
    optimizer = sgd(0.001, 0.1)
    scheduler = CosineAnnealingLR(optimizer, 4, eta_min=0.01)
    show(name, used(scheduler, 5, group))
# --8<-- [end:groups]


# --8<-- [start:groups_fix]
def factor(t, floor=0.1, T_max=4):
    return floor + (1 - floor) / 2 * (1 + math.cos(math.pi * t / T_max))


for group, name in enumerate(("backbone", "head")):
    show(name, used(LambdaLR(sgd(0.001, 0.1), factor), 5, group))
# --8<-- [end:groups_fix]


# --8<-- [start:chained]
def product(eta_min):
    optimizer = sgd(0.05)
    tenth = ConstantLR(optimizer, factor=0.1, total_iters=3)
    cosine = CosineAnnealingLR(optimizer, T_max=6, eta_min=eta_min)
    return ChainedScheduler([tenth, cosine], optimizer=optimizer)


show("eta_min=0.01", used(product(0.01), 7))
# --8<-- [end:chained]

# --8<-- [start:chained_fix]
with_tenth = used(product(0.0), 7)
show("eta_min=0", with_tenth)
cosine = used(CosineAnnealingLR(sgd(0.05), T_max=6), 7)
for t, (a, b) in enumerate(zip(with_tenth, cosine, strict=True)):
    assert abs(a - b * (0.1 if t < 3 else 1)) < 1e-12
# --8<-- [end:chained_fix]


# --8<-- [start:longer]
def build(T_max):
    optimizer = sgd(0.8)
    return optimizer, CosineAnnealingLR(optimizer, T_max)


def resume(T_max):
    optimizer, scheduler = build(T_max)
    optimizer.load_state_dict(old[0].state_dict())
    scheduler.load_state_dict(old[1].state_dict())
    return optimizer, scheduler


old = build(T_max=4)
show("first run", used(old[1], 4))
optimizer, scheduler = resume(T_max=8)
print("T_max after loading:", scheduler.T_max)
scheduler.T_max = 8
show("resumed", used(scheduler, 5))
# --8<-- [end:longer]

# --8<-- [start:longer_fix]
optimizer, scheduler = resume(T_max=8)
scheduler.T_max = 8
t = scheduler.last_epoch
for group in optimizer.param_groups:
    height = 1 + math.cos(math.pi * t / scheduler.T_max)
    group["lr"] = group["initial_lr"] / 2 * height
scheduler._last_lr = [group["lr"] for group in optimizer.param_groups]
show("resumed", used(scheduler, 5))
# --8<-- [end:longer_fix]

# --8<-- [start:last_epoch]
whole = used(CosineAnnealingLR(sgd(0.8), T_max=8), 8)
show("whole run", whole[4:])

optimizer = sgd(0.8)
optimizer.param_groups[0]["initial_lr"] = 0.8
scheduler = CosineAnnealingLR(optimizer, T_max=8, last_epoch=3)
show("resumed", used(scheduler, 4))
# --8<-- [end:last_epoch]

# --8<-- [start:branch]
optimizer = sgd(0.8)
optimizer.param_groups[0]["initial_lr"] = 0.8
scheduler = CosineAnnealingLR(optimizer, T_max=8, last_epoch=3)
with warnings.catch_warnings(record=True):
    warnings.simplefilter("always")
    closed_form = scheduler.get_lr()[0]
print(f"in use {scheduler.get_last_lr()[0]:.3f}, get_lr() {closed_form:.3f}")
assert abs(closed_form - whole[4]) < 1e-12
# --8<-- [end:branch]

# --8<-- [start:last_epoch_fix]
optimizer = sgd(0.8)
optimizer.param_groups[0].update(lr=whole[4], initial_lr=0.8)
scheduler = CosineAnnealingLR(optimizer, T_max=8, last_epoch=3)
resumed = used(scheduler, 4)
show("resumed", resumed)
assert resumed == whole[4:]
# --8<-- [end:last_epoch_fix]
