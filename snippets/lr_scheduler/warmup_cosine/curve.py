import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)
from optguide.optim import SGD

fig, ax = plt.subplots()
for warmup in (0, 10, 30):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    parts = [
        LinearLR(optimizer, start_factor=0.01, total_iters=max(1, warmup)),
        CosineAnnealingLR(optimizer, T_max=100 - warmup),
    ]
    scheduler = SequentialLR(optimizer, parts, milestones=[warmup])
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=f"{warmup=}")
ax.set(xlabel="iteration", ylabel="lr", ylim=(0, 0.105))
ax.legend()
plt.show()
