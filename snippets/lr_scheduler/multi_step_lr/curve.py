import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import MultiStepLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for milestones, gamma in (([30, 60, 80], 0.1), ([10, 20, 40, 80], 0.5)):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = MultiStepLR(optimizer, milestones, gamma)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=f"{milestones}, {gamma=}", drawstyle="steps-post")
ax.set(xlabel="epoch", ylabel="lr", yscale="log")
ax.legend()
plt.show()
