import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 一条峡谷，条件数 100；动量 0.95 偏大
# en: a valley of condition number 100; momentum 0.95 is too much for it
curvature = torch.tensor([0.1, 10.0]).double()
fig, (left, right) = plt.subplots(1, 2)
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
    left.plot(steep, label="nesterov" if nesterov else "momentum")
    right.semilogy(losses)
left.set(xlabel="step", ylabel="steep direction")
right.set(xlabel="step", ylabel="loss")
left.legend()
plt.show()
