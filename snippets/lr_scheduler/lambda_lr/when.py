import math
from bisect import bisect_right

import torch
from torch.optim import lr_scheduler

pairs = {
    "StepLR": (
        lambda o: lr_scheduler.StepLR(o, step_size=30, gamma=0.1),
        lambda t: 0.1 ** (t // 30),
    ),
    "MultiStepLR": (
        lambda o: lr_scheduler.MultiStepLR(o, [30, 80], gamma=0.1),
        lambda t: 0.1 ** bisect_right([30, 80], t),
    ),
    "ConstantLR": (
        lambda o: lr_scheduler.ConstantLR(o, factor=0.5, total_iters=4),
        lambda t: 0.5 if t < 4 else 1.0,
    ),
    "LinearLR": (
        lambda o: lr_scheduler.LinearLR(o, 0.1, 1.0, total_iters=5),
        lambda t: 0.1 + 0.9 * min(t, 5) / 5,
    ),
    "ExponentialLR": (
        lambda o: lr_scheduler.ExponentialLR(o, gamma=0.95),
        lambda t: 0.95**t,
    ),
    "PolynomialLR": (
        lambda o: lr_scheduler.PolynomialLR(o, 50, power=0.9),
        lambda t: max(0, 1 - t / 50) ** 0.9,
    ),
    "CosineAnnealingLR": (
        lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=100),
        lambda t: (1 + math.cos(math.pi * t / 100)) / 2,
    ),
}


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return torch.tensor(lrs, dtype=torch.float64)


for name, (build, factor) in pairs.items():
    by_lambda = schedule(lambda o, f=factor: lr_scheduler.LambdaLR(o, f))
    torch.testing.assert_close(by_lambda, schedule(build))
    print(name, "= LambdaLR")
