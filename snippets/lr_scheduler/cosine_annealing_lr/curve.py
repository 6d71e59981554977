import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import CosineAnnealingLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for T_max, eta_min, style in ((100, 0.0, "-"), (50, 0.02, "--")):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max, eta_min)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, style, label=f"{T_max=}, {eta_min=}")
ax.set(xlabel="epoch", ylabel="lr", ylim=(0, 0.135))
ax.legend(loc="upper center")
plt.show()
