import math

import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import LambdaLR
from optguide.optim import SGD

functions = {
    "warmup, then 1/sqrt": lambda t: min((t + 1) / 10, (10 / (t + 1)) ** 0.5),
    "cosine": lambda t: (1 + math.cos(math.pi * t / 100)) / 2,
    "stairs with a floor": lambda t: max(0.5 ** (t // 20), 0.2),
}
fig, ax = plt.subplots()
for label, function in functions.items():
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = LambdaLR(optimizer, function)
    lrs = []
    for _ in range(101):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    ax.plot(lrs, label=label)
ax.set(xlabel="epoch", ylabel="lr")
ax.legend()
plt.show()
