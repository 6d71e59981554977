import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import CyclicLR
from optguide.optim import SGD

fig, (ax, below) = plt.subplots(2, sharex=True, figsize=(4.8, 4.8))
for mode, style in (
    ("triangular", "-"),
    ("triangular2", "--"),
    ("exp_range", ":"),
):
    w = torch.zeros(1, requires_grad=True)
    optimizer = SGD([w], lr=0.1, momentum=0.9)
    scheduler = CyclicLR(optimizer, 0.1, 1.0, step_size_up=20, mode=mode, gamma=0.98)
    lrs, momenta = [], []
    for _ in range(121):
        lrs += scheduler.get_last_lr()
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, style, label=mode)
    below.plot(momenta, style)
ax.set(ylabel="lr", ylim=(0, 1.7), yticks=(0, 0.5, 1))
ax.legend(loc="upper right", ncols=2)
below.set(xlabel="iteration", ylabel="momentum")
plt.show()
