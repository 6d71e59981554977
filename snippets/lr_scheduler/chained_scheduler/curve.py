import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    ExponentialLR,
)
from optguide.optim import SGD


def constant(optimizer):
    return ConstantLR(optimizer, factor=0.1, total_iters=20)


def exponential(optimizer):
    return ExponentialLR(optimizer, gamma=0.95)


def both(optimizer):
    return ChainedScheduler([constant(optimizer), exponential(optimizer)])


fig, ax = plt.subplots()
for label, build, style in (
    ("ConstantLR", constant, ":"),
    ("ExponentialLR", exponential, "--"),
    ("chained", both, "-"),
):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(61):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, style, label=label, drawstyle="steps-post")
ax.set(xlabel="epoch", ylabel="lr", yscale="log", ylim=(3e-3, 0.6))
ax.legend(loc="upper right")
plt.show()
