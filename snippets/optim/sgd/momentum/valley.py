import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 峡谷：横跨的方向很陡，沿谷底的方向很平
# en: a valley: steep across, flat along
curvature = torch.tensor([1.0, 20.0])
along, across = torch.linspace(-11, 3, 100), torch.linspace(-1.8, 1.8, 100)
ink = plt.rcParams["text.color"]
height = (along**2 + 20 * across[:, None] ** 2) / 2
valley = [each.tolist() for each in (along, across, height)]

fig, panels = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for axes, momentum in zip(panels, (0.0, 0.7), strict=True):
    w = torch.tensor([-10.0, 1.2], requires_grad=True)
    optimizer = SGD([w], lr=0.09, momentum=momentum)
    path = [w.tolist()]
    for _ in range(25):
        optimizer.zero_grad()
        loss = (curvature * w**2).sum() / 2
        loss.backward()
        optimizer.step()
        path.append(w.tolist())
    axes.contour(*valley, 12, colors=ink, alpha=0.3, linewidths=1)
    axes.plot(*zip(*path, strict=True), ".-", color="C1")
    axes.plot(0, 0, "x", color="C0")
    axes.set(title=f"momentum={momentum}", ylabel="across the valley")
panels[1].set(xlabel="along the valley")
plt.show()
