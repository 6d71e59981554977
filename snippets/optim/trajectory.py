import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 损失是一个长条形的碗，底在原点
# en: the loss is a long bowl with its bottom at the origin
scale = torch.tensor([1.0, 6.0])

w = torch.tensor([-2.5, 1.2], requires_grad=True)
optimizer = SGD([w], lr=0.27)
path = [w.tolist()]
for _ in range(14):
    optimizer.zero_grad()
    loss = (scale * w**2).sum() / 2
    loss.backward()
    optimizer.step()
    path.append(w.tolist())

x = torch.linspace(-2.8, 0.8, 73)
y = torch.linspace(-1.4, 1.4, 57)
height = (scale[0] * x**2 + scale[1] * y[:, None] ** 2) / 2
levels = [0.05, 0.3, 1, 2, 3.5, 5.5]
figure, axes = plt.subplots()
axes.contour(x.tolist(), y.tolist(), height.tolist(), levels, colors="C2", linewidths=1)
axes.plot(*zip(*path, strict=True), "o-", markersize=4)
axes.set(xlabel="w[0]", ylabel="w[1]")
plt.show()
