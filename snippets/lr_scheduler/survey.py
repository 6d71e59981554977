import torch
from torch.optim import lr_scheduler as s

build = {
    "LambdaLR": lambda o: s.LambdaLR(o, lambda t: 1 / (1 + t)),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda _: 0.5),
    "StepLR": lambda o: s.StepLR(o, step_size=2, gamma=0.5),
    "MultiStepLR": lambda o: s.MultiStepLR(o, milestones=[1, 4], gamma=0.5),
    "ConstantLR": lambda o: s.ConstantLR(o, factor=0.5, total_iters=3),
    "LinearLR": lambda o: s.LinearLR(o, start_factor=0.25, total_iters=3),
    "ExponentialLR": lambda o: s.ExponentialLR(o, gamma=0.5),
    "PolynomialLR": lambda o: s.PolynomialLR(o, total_iters=4, power=2),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, T_max=4),
    "CosineAnnealingWarmRestarts": lambda o: s.CosineAnnealingWarmRestarts(o, T_0=3),
    "CyclicLR": lambda o: s.CyclicLR(
        o, base_lr=0.1, max_lr=1.0, step_size_up=3, cycle_momentum=False
    ),
    "OneCycleLR": lambda o: s.OneCycleLR(
        o, max_lr=1.0, total_steps=7, pct_start=3 / 7, cycle_momentum=False
    ),
    "SequentialLR": lambda o: s.SequentialLR(
        o, [s.ConstantLR(o, 0.1, total_iters=2), s.ExponentialLR(o, 0.5)], [2]
    ),
    "ChainedScheduler": lambda o: s.ChainedScheduler(
        [s.ConstantLR(o, 0.1, total_iters=2), s.ExponentialLR(o, 0.5)], optimizer=o
    ),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=1),
}
assert build.keys() == set(s.__all__) - {"LRScheduler"}
assert len(build) == 15

for name in build:
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    scheduler = build[name](optimizer)
    lrs = []
    for _ in range(7):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        # zh: 只有它要看验证损失；这里的损失不再下降
        # en: only this one looks at the validation loss, which stays here
        scheduler.step(*[1.0] if name == "ReduceLROnPlateau" else [])
    print(f"{name:27}", *[f"{lr:.2f}" for lr in lrs])
