import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def path(*lrs):
    x = torch.tensor(-2.0, requires_grad=True)
    y = torch.tensor(1.5, requires_grad=True)
    groups = [{"params": [p], "lr": lr} for p, lr in zip((x, y), lrs, strict=True)]
    optimizer = SGD(groups)
    points = [(x.item(), y.item())]
    for _ in range(30):
        optimizer.zero_grad()
        (x**2 + y**2).backward()
        optimizer.step()
        points.append((x.item(), y.item()))
    return points


x = torch.linspace(-2.2, 0.6, 57)
y = torch.linspace(-0.4, 1.7, 43)
height = x**2 + y[:, None] ** 2
figure, axes = plt.subplots()
axes.contour(
    x.tolist(),
    y.tolist(),
    height.tolist(),
    [0.05, 0.5, 1.5, 3, 5],
    colors="C2",
    linewidths=1,
)
for lrs in [(0.1, 0.1), (0.1, 0.02), (0.02, 0.1)]:
    xs, ys = zip(*path(*lrs), strict=True)
    axes.plot(xs, ys, "o-", markersize=3, label=f"lr {lrs[0]}, {lrs[1]}")
axes.set(xlabel="x", ylabel="y")
axes.legend()
plt.show()
