import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import OneCycleLR
from optguide.optim import SGD

fig, (ax, below) = plt.subplots(2, sharex=True, figsize=(4.8, 4.8))
for label, style, arguments in (
    ("two phases, cos", "-", {}),
    ("two phases, linear", "--", {"anneal_strategy": "linear"}),
    ("three phases, linear", ":", {"anneal_strategy": "linear", "three_phase": True}),
):
    w = torch.zeros(1, requires_grad=True)
    optimizer = SGD([w], lr=0.1, momentum=0.9)
    scheduler = OneCycleLR(optimizer, 1.0, total_steps=100, **arguments)
    lrs, momenta = [], []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, style, label=label)
    below.plot(momenta, style)
ax.set(ylabel="lr", ylim=(0, 1.7), yticks=(0, 0.5, 1))
ax.legend(loc="upper right")
below.set(xlabel="iteration", ylabel="momentum")
plt.show()
