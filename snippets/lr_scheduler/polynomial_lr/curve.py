import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import PolynomialLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for power in (0.5, 0.9, 1.0, 2.0, 4.0):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = PolynomialLR(optimizer, total_iters=100, power=power)
    lrs = []
    for _ in range(121):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=f"{power=}")
ax.set(xlabel="step", ylabel="lr")
ax.legend()
plt.show()
