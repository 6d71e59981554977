import torch
from matplotlib import pyplot as plt

# zh: 峡谷：横跨的方向很陡，沿谷底的方向很平
# en: a valley: steep across, flat along
curvature = torch.tensor([1.0, 20.0])

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for ax, momentum in ((top, 0.0), (bottom, 0.7)):
    theta = torch.tensor([-10.0, 1.0], requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=0.09, momentum=momentum)
    path = [theta.tolist()]
    for _ in range(25):
        optimizer.zero_grad()
        loss = (curvature * theta**2).sum() / 2
        loss.backward()
        optimizer.step()
        path.append(theta.tolist())
    across, up = torch.linspace(-11, 3, 100), torch.linspace(-2, 2, 100)
    height = (across**2 + 20 * up[:, None] ** 2) / 2
    valley = [each.tolist() for each in (across, up, height)]
    ax.contour(*valley, 12, colors="gray", alpha=0.5, linewidths=1)
    ax.plot(*zip(*path, strict=True), marker=".", color="C1")
    ax.plot(0, 0, "x", color="C0")
    ax.set_title(f"momentum={momentum}")
plt.show()
