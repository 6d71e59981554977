import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import StepLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for step_size, gamma in ((30, 0.1), (10, 0.5)):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = StepLR(optimizer, step_size, gamma)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=f"{step_size=}, {gamma=}", drawstyle="steps-post")
ax.set(xlabel="epoch", ylabel="lr", yscale="log")
ax.legend()
plt.show()
