import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import LambdaLR
from optguide.optim import SGD


def factor(t, warmup):
    return min((t + 1) / warmup, (warmup / (t + 1)) ** 0.5)


fig, ax = plt.subplots()
for warmup in (10, 40):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = LambdaLR(optimizer, lambda t, w=warmup: factor(t, w))
    lrs = []
    for _ in range(200):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=f"{warmup=}")
ax.set(xlabel="iteration", ylabel="lr", ylim=(0, 0.105))
ax.legend()
plt.show()
