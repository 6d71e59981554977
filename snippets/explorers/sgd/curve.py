import torch
from matplotlib import pyplot as plt
from torch.optim import SGD

# zh: 曲率：第二个方向比第一个陡 10 倍
# en: the curvature: the second direction is 10 times as steep as the first
curvature = torch.tensor([1.0, 10.0])
w = torch.tensor([-2.0, -1.0], requires_grad=True)
optimizer = SGD([w], lr=0.18)
path, losses = [], []
for _ in range(61):
    loss = (curvature * (w - 1) ** 2).sum() / 2
    path.append(w.tolist())
    losses.append(loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

grid = torch.linspace(-2.6, 4.2, 69)
w_1, w_2 = torch.meshgrid(grid, grid, indexing="xy")
f = (curvature[0] * (w_1 - 1) ** 2 + curvature[1] * (w_2 - 1) ** 2) / 2
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
top.contour(
    *(x.tolist() for x in (w_1, w_2, f)),
    levels=[0.1, 0.5, 2, 5, 10, 20, 40, 80],
    colors="gray",
    linewidths=0.6,
)
top.plot(*zip(*path, strict=True), marker=".")
top.set(xlabel="w₁", ylabel="w₂")
bottom.semilogy(losses)
bottom.set(xlabel="step", ylabel="f(w)")
plt.show()
