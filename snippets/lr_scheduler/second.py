# --8<-- [start:all]
import torch
from torch.optim import lr_scheduler
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR

arguments = {
    "LambdaLR": {"lr_lambda": lambda _: 1.0},
    "MultiplicativeLR": {"lr_lambda": lambda _: 0.5},
    "StepLR": {"step_size": 2, "gamma": 0.5},
    "MultiStepLR": {"milestones": [2, 4], "gamma": 0.5},
    "ConstantLR": {"factor": 0.5, "total_iters": 3},
    "LinearLR": {"start_factor": 0.5, "total_iters": 3},
    "ExponentialLR": {"gamma": 0.5},
    "PolynomialLR": {"total_iters": 4},
    "CosineAnnealingLR": {"T_max": 4},
    "CosineAnnealingWarmRestarts": {"T_0": 4},
    "CyclicLR": {"base_lr": 0.2, "max_lr": 1.0, "step_size_up": 4},
    "OneCycleLR": {"max_lr": 1.0, "total_steps": 7},
    "SequentialLR": {"milestones": [2]},
    "ChainedScheduler": {},
    "ReduceLROnPlateau": {"patience": 1},
}


def first_two(name, lr, initial_lr):
    """The first two learning rates of a scheduler built on a used optimizer."""
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    optimizer.param_groups[0]["initial_lr"] = initial_lr
    options = dict(arguments[name])
    if name in ("SequentialLR", "ChainedScheduler"):
        parts = [ConstantLR(optimizer, 0.5, 2), ExponentialLR(optimizer, 0.5)]
        options["schedulers"] = parts
    if name in ("CyclicLR", "OneCycleLR"):
        options["cycle_momentum"] = False
    scheduler = getattr(lr_scheduler, name)(optimizer=optimizer, **options)
    first = optimizer.param_groups[0]["lr"]
    optimizer.step()
    scheduler.step(*[1.0] if name == "ReduceLROnPlateau" else [])
    return first, optimizer.param_groups[0]["lr"]


def compare(name):
    values = first_two(name, lr=0.1, initial_lr=0.8)
    other_initial = first_two(name, lr=0.1, initial_lr=0.4)
    other_lr = first_two(name, lr=0.05, initial_lr=0.8)
    origins = []
    for value, a, b in zip(values, other_initial, other_lr, strict=True):
        assert a == value or b == value
        origins.append(
            "initial_lr" if a != value else "lr in use" if b != value else "arguments"
        )
    return values, origins


restart = []
for name in arguments:
    values, origins = compare(name)
    cells = [f"{v:.3f} {o:10}" for v, o in zip(values, origins, strict=True)]
    print(f"{name:27}", *cells)
    if origins == ["initial_lr", "initial_lr"]:
        restart.append(name)
assert restart == ["LambdaLR", "CosineAnnealingWarmRestarts", "SequentialLR"]
# --8<-- [end:all]

# --8<-- [start:zero]
for fixed in (False, True):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    first = lr_scheduler.CosineAnnealingLR(optimizer, T_max=4)
    for _ in range(4):
        optimizer.step()
        first.step()
    (group,) = optimizer.param_groups
    assert group["lr"] == 0
    if fixed:
        group["lr"] = group["initial_lr"] = 0.4
    second = lr_scheduler.CosineAnnealingLR(optimizer, T_max=4)
    lrs = [group["lr"]]
    for _ in range(3):
        optimizer.step()
        second.step()
        lrs.append(group["lr"])
    print(*[f"{lr:.2f}" for lr in lrs])
# --8<-- [end:zero]
