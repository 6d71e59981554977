import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def path(lr_x, lr_y):
    x = torch.tensor(-2.0, requires_grad=True)
    y = torch.tensor(1.5, requires_grad=True)
    optimizer = SGD([{"params": x, "lr": lr_x}, {"params": y, "lr": lr_y}])
    points = [(x.item(), y.item())]
    for _ in range(30):
        optimizer.zero_grad()
        (x**2 + y**2).backward()
        optimizer.step()
        points.append((x.item(), y.item()))
    return points


figure, axes = plt.subplots(figsize=(4.8, 4.4))
for radius in (0.5, 1.0, 1.5):
    axes.add_patch(plt.Circle((0, 0), radius, fill=False, alpha=0.3))
for lrs in [(0.1, 0.1), (0.1, 0.02), (0.02, 0.1)]:
    xs, ys = zip(*path(*lrs), strict=True)
    axes.plot(xs, ys, "o-", markersize=3, label=f"lr {lrs[0]}, {lrs[1]}")
axes.set(xlabel="x", ylabel="y", xlim=(-2.3, 2.5), ylim=(-1.7, 2.9))
axes.set_aspect("equal")
axes.legend(loc="upper right")
plt.show()
