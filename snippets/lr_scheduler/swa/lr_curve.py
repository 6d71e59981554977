import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import CosineAnnealingLR
from optguide.optim import SGD
from optguide.swa_utils import SWALR

fig, ax = plt.subplots()
for strategy in ("cos", "linear"):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max=100)
    swa_scheduler = SWALR(
        optimizer, swa_lr=0.05, anneal_epochs=10, anneal_strategy=strategy
    )
    lrs = []
    for epoch in range(100):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if epoch < 75:
            scheduler.step()
        else:
            swa_scheduler.step()
    ax.plot(lrs, label=f'anneal_strategy="{strategy}"')
ax.set(xlabel="epoch", ylabel="lr", ylim=(0, 0.105))
ax.legend()
plt.show()
