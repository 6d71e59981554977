import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import LambdaLR, MultiplicativeLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for scheduler_class in (LambdaLR, MultiplicativeLR):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = scheduler_class(optimizer, lambda t: 0.95**t)
    lrs = []
    for _ in range(31):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=scheduler_class.__name__)
ax.set(xlabel="epoch", ylabel="lr", yscale="log")
ax.legend()
plt.show()
