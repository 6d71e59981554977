import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 没有梯度，只有衰减；lr 在第 100 步降到十分之一
# en: no gradient, decay alone; lr falls to a tenth at step 100
fig, axes = plt.subplots()
runs = {"plain": (0.0, False), "momentum 0.9": (0.9, False)}
runs["momentum 0.9, decoupled"] = (0.9, True)
for (name, (momentum, decoupled)), style in zip(
    runs.items(), ("-", "-", "--"), strict=True
):
    w = torch.ones(1, requires_grad=True)
    decay = 0.0 if decoupled else 0.02
    optimizer = SGD([w], lr=0.1, momentum=momentum, weight_decay=decay)
    path = []
    for step in range(201):
        lr = optimizer.param_groups[0]["lr"] = 0.1 if step < 100 else 0.01
        path.append(w.item())
        w.grad = torch.zeros(1)
        if decoupled:
            with torch.no_grad():
                w.mul_(1 - lr * 0.02)
        optimizer.step()
    axes.plot(path, style, label=name)
axes.set(xlabel="step", ylabel="w", ylim=(0, 1.05))
axes.legend()
plt.show()
