from matplotlib import pyplot as plt
from torch import float64, ones

from optguide.optim import SGD

lr, h = 0.04, 1.0
fig, axes = plt.subplots()
for momentum in (0.3, 0.64, 0.95):
    theta = ones(1, dtype=float64, requires_grad=True)
    optimizer = SGD([theta], lr=lr, momentum=momentum)
    path = []
    for _ in range(81):
        path.append(theta.item())
        theta.grad = h * theta.detach()
        optimizer.step()
    axes.plot(path, label=f"momentum {momentum}")
axes.set(xlabel="step", ylabel="theta")
axes.legend()
plt.show()
