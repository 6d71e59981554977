import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def f(w):
    return 0.5 * w[0] ** 2 + 2 * w[1] ** 2


def loss_after(lr, steps=3):
    w = torch.tensor([2.0, 1.0], requires_grad=True)
    optimizer = SGD([w], lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        f(w).backward()
        optimizer.step()
    return f(w).item()


lrs = torch.linspace(0, 0.5, 101).tolist()
fig, axes = plt.subplots()
axes.plot(lrs, [loss_after(lr) for lr in lrs])
# zh: 下面求出的超梯度，就是 lr = 0.1 处的斜率
# en: the hypergradient computed below is the slope at lr = 0.1
value, slope = loss_after(0.1), -10.8184
ends = (0.04, 0.16)
axes.plot(ends, [value + slope * (lr - 0.1) for lr in ends], linestyle="--")
axes.set(xlabel="lr", ylabel="loss after 3 steps")
plt.show()
