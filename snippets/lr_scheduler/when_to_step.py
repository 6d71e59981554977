import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import StepLR
from optguide.optim import SGD

epochs, iterations = 4, 25
fig, ax = plt.subplots()
for label, gamma in (
    ("per epoch", 0.5),
    ("per iteration", 0.5 ** (1 / iterations)),
):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = StepLR(optimizer, step_size=1, gamma=gamma)
    lrs = []
    for _ in range(epochs):
        for _ in range(iterations):
            optimizer.step()
            lrs += scheduler.get_last_lr()
            if label == "per iteration":
                scheduler.step()
        if label == "per epoch":
            scheduler.step()
    ax.plot(lrs, label=label, drawstyle="steps-post")
ax.set(xlabel="iteration", ylabel="lr", ylim=(0, 0.105))
ax.set_xticks(range(0, 101, iterations))
ax.legend()
plt.show()
