import torch
from matplotlib import pyplot as plt

from optguide.lr_scheduler import LinearLR
from optguide.optim import SGD

fig, ax = plt.subplots()
for start_factor, end_factor, total_iters in (
    (0.1, 1.0, 10),
    (1 / 3, 1.0, 5),
    (1.0, 0.1, 30),
):
    optimizer = SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    scheduler = LinearLR(optimizer, start_factor, end_factor, total_iters)
    lrs = []
    for _ in range(41):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    label = f"{start_factor:.3g} to {end_factor:.3g} in {total_iters}"
    ax.plot(lrs, label=label)
ax.set(xlabel="epoch", ylabel="lr", ylim=(0, 0.11))
ax.legend()
plt.show()
