import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 一条峡谷，条件数 100；动量 0.95 偏大
# en: a valley of condition number 100; momentum 0.95 is too much for it
curvature = torch.tensor([0.1, 10.0]).double()
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for nesterov in (False, True):
    theta = torch.ones(2).double().requires_grad_()
    optimizer = SGD([theta], lr=0.05, momentum=0.95, nesterov=nesterov)
    losses, steep = [], []
    for _ in range(81):
        loss = (curvature * theta**2).sum() / 2
        losses.append(loss.item())
        steep.append(theta[1].item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    top.plot(steep, label="nesterov" if nesterov else "momentum")
    bottom.semilogy(losses)
top.set(ylabel="steep direction")
bottom.set(xlabel="step", ylabel="loss")
top.legend()
plt.show()
