import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import ExponentialLR
from optguide.optim import SGD

fig, axes = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for gamma in (0.98, 0.95, 0.8):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = ExponentialLR(optimizer, gamma)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    for ax in axes:
        ax.plot(lrs, label=f"{gamma=}")
axes[0].set(ylabel="lr")
axes[1].set(xlabel="epoch", ylabel="lr", yscale="log", ylim=(1e-6, 0.2))
axes[0].legend()
plt.show()
