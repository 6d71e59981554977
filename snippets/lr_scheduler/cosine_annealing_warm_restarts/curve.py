import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import CosineAnnealingWarmRestarts
from optguide.optim import SGD

fig, axes = plt.subplots(2, sharex=True, figsize=(4.8, 4.8))
for ax, T_mult in zip(axes, (1, 2), strict=True):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = CosineAnnealingWarmRestarts(optimizer, 10, T_mult)
    lrs = []
    for _ in range(70):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, ".-", markersize=4)
    ax.set(ylabel="lr", ylim=(0, 0.105), title=f"T_0=10, {T_mult=}")
axes[1].set(xlabel="epoch")
plt.show()
