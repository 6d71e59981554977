import math

import torch
from matplotlib import pyplot as plt

from optguide import lr_scheduler
from optguide.optim import SGD

steps = 100
arguments = {
    "LambdaLR": {"lr_lambda": lambda t: (1 + t) ** -0.5},
    "MultiplicativeLR": {"lr_lambda": lambda t: 1 - 0.06 * math.sin(t / 12) ** 2},
    "StepLR": {"step_size": 25, "gamma": 0.5},
    "MultiStepLR": {"milestones": [50, 75], "gamma": 0.3},
    "ConstantLR": {"factor": 0.3, "total_iters": 25},
    "LinearLR": {"start_factor": 0.1, "total_iters": 25},
    "ExponentialLR": {"gamma": 0.97},
    "PolynomialLR": {"total_iters": steps, "power": 2},
    "CosineAnnealingLR": {"T_max": steps},
    "CosineAnnealingWarmRestarts": {"T_0": 33},
    "CyclicLR": {"base_lr": 0.1, "max_lr": 1.0, "step_size_up": 17},
    "OneCycleLR": {"max_lr": 1.0, "total_steps": steps + 1},
    "SequentialLR": {"milestones": [25]},
    "ChainedScheduler": {},
    "ReduceLROnPlateau": {"factor": 0.5, "patience": 8},
}

fig, axes = plt.subplots(8, 2, sharex=True, sharey=True, figsize=(4.8, 11.2))
for ax, (name, options) in zip(axes.flat, arguments.items(), strict=False):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    if name in ("SequentialLR", "ChainedScheduler"):
        options["schedulers"] = [
            lr_scheduler.LinearLR(optimizer, 0.1, total_iters=25),
            lr_scheduler.ExponentialLR(optimizer, gamma=0.97),
        ]
    if name in ("CyclicLR", "OneCycleLR"):
        options["cycle_momentum"] = False
    scheduler = getattr(lr_scheduler, name)(optimizer=optimizer, **options)
    lrs = []
    for t in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        # zh: 只有它要看损失；这里的损失降 20 步，停 20 步，如此反复
        # en: only this one looks at a loss; here it falls for 20 steps, rests 20
        loss = 1 / (1 + t % 20 + 20 * (t // 40)) if t % 40 < 20 else 1.0
        scheduler.step(*[loss] if name == "ReduceLROnPlateau" else [])
    ax.plot(lrs, drawstyle="steps-post")
    ax.set_title(name.replace("Warm", "\nWarm"))
axes.flat[-1].axis("off")
axes[0, 0].set(ylim=(-0.05, 1.1), yticks=(0, 0.5, 1))
for ax in axes[-1]:
    ax.set_xlabel("step")
plt.show()
