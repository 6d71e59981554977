import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import (
    ConstantLR,
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)
from optguide.optim import SGD


def warmup(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=10)


def two(optimizer):
    parts = [warmup(optimizer), CosineAnnealingLR(optimizer, T_max=90)]
    return SequentialLR(optimizer, parts, milestones=[10])


def three(optimizer):
    parts = [
        warmup(optimizer),
        ConstantLR(optimizer, factor=1.0),
        LinearLR(optimizer, 1.0, end_factor=0.0, total_iters=30),
    ]
    return SequentialLR(optimizer, parts, milestones=[10, 70])


fig, ax = plt.subplots()
for label, build in (
    ("linear, cosine", two),
    ("linear, constant, linear", three),
):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=label)
ax.set(xlabel="epoch", ylabel="lr", ylim=(0, 0.14))
ax.legend(loc="upper right")
plt.show()
