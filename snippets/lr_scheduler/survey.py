import torch
from torch.optim import lr_scheduler
from torch.optim.lr_scheduler import ConstantLR, ExponentialLR

arguments = {
    "LambdaLR": {"lr_lambda": lambda t: 1 / (1 + t)},
    "MultiplicativeLR": {"lr_lambda": lambda _: 0.5},
    "StepLR": {"step_size": 2, "gamma": 0.5},
    "MultiStepLR": {"milestones": [1, 4], "gamma": 0.5},
    "ConstantLR": {"factor": 0.5, "total_iters": 3},
    "LinearLR": {"start_factor": 0.25, "total_iters": 3},
    "ExponentialLR": {"gamma": 0.5},
    "PolynomialLR": {"total_iters": 4, "power": 2},
    "CosineAnnealingLR": {"T_max": 4},
    "CosineAnnealingWarmRestarts": {"T_0": 3},
    "CyclicLR": {"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 3},
    "OneCycleLR": {"max_lr": 1.0, "total_steps": 7, "pct_start": 3 / 7},
    "SequentialLR": {"milestones": [2]},
    "ChainedScheduler": {},
    "ReduceLROnPlateau": {"patience": 1},
}
assert set(arguments) == set(lr_scheduler.__all__) - {"LRScheduler"}
assert len(arguments) == 15

for name, options in arguments.items():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    if name in ("SequentialLR", "ChainedScheduler"):
        parts = [
            ConstantLR(optimizer, factor=0.1, total_iters=2),
            ExponentialLR(optimizer, gamma=0.5),
        ]
        options["schedulers"] = parts
    if name in ("CyclicLR", "OneCycleLR"):
        options["cycle_momentum"] = False
    scheduler = getattr(lr_scheduler, name)(optimizer=optimizer, **options)

    lrs = []
    for _ in range(7):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        # zh: 只有它要看损失，而这里的损失一直是 1
        # en: only this one looks at a loss, and here the loss stays 1
        scheduler.step(*[1.0] if name == "ReduceLROnPlateau" else [])
    print(f"{name:27}", *[f"{lr:.2f}" for lr in lrs])
