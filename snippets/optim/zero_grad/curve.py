import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def losses(clear):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = SGD([w], lr=0.05)
    seen = []
    for _ in range(60):
        if clear:
            optimizer.zero_grad()
        loss = w**2
        loss.backward()
        optimizer.step()
        seen.append(loss.item())
    return seen


fig, axes = plt.subplots()
axes.plot(losses(clear=True), label="zero_grad()")
axes.plot(losses(clear=False), label="no zero_grad()")
axes.set(xlabel="step", ylabel="loss", ylim=(-0.05, 1.45))
axes.legend(loc="upper right")
plt.show()
