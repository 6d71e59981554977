import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 一条峡谷：y 方向的曲率是 x 方向的 20 倍
# en: a ravine: along y the curvature is 20 times that along x
curvature = torch.tensor([1.0, 20.0])
runs = {
    "plain": {},
    "momentum": {"momentum": 0.7},
    "nesterov": {"momentum": 0.7, "nesterov": True},
}

size = {"figsize": (4.8, 4.6), "height_ratios": (3, 5)}
fig, (top, bottom) = plt.subplots(2, 1, **size)
angle = torch.linspace(0, 2 * torch.pi, 101)
for radius in (1, 2, 3, 4):
    x, y = radius * angle.cos(), radius * angle.sin() / 20**0.5
    ink = plt.rcParams["text.color"]
    top.plot(x.tolist(), y.tolist(), ink, alpha=0.3, linewidth=0.8)
for name, options in runs.items():
    theta = torch.tensor([-4.0, 0.8], requires_grad=True)
    optimizer = SGD([theta], lr=0.06, **options)
    path, losses = [], []
    for _ in range(41):
        optimizer.zero_grad()
        loss = 0.5 * (curvature * theta**2).sum()
        loss.backward()
        path.append(theta.tolist())
        losses.append(loss.item())
        optimizer.step()
    x, y = zip(*path, strict=True)
    top.plot(x, y, marker=".", linewidth=1.2)
    bottom.plot(losses, label=name)
top.set(xlabel="x", ylabel="y", aspect="equal")
bottom.set(xlabel="step", ylabel="loss", yscale="log")
bottom.legend()
plt.show()
