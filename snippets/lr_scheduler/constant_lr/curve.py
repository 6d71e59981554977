import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import ConstantLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for factor, total_iters in ((1 / 3, 5), (0.1, 10), (0.7, 20)):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = ConstantLR(optimizer, factor, total_iters)
    lrs = []
    for _ in range(31):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    label = f"{factor=:.2g}, {total_iters=}"
    ax.plot(lrs, label=label, drawstyle="steps-post")
ax.set(xlabel="epoch", ylabel="lr", ylim=(0, 0.11))
ax.legend(loc="lower right")
plt.show()
