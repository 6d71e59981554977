import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD


def path(batch_size, lr, steps=200):
    # zh: 数据来自标准正态分布；损失 ½(w - x)²，最小值在 0
    # en: data of a standard normal distribution; loss ½(w - x)², minimum at 0
    generator = torch.Generator().manual_seed(0)
    w = torch.tensor([3.0], requires_grad=True)
    optimizer = SGD([w], lr=lr)
    found = []
    for _ in range(steps):
        found.append(w.item())
        x = torch.randn(batch_size, generator=generator, device="cpu")
        w.grad = w.detach() - x.mean().item()
        optimizer.step()
    return found


fig, (left, right) = plt.subplots(1, 2, sharey=True)
for batch_size in (1, 16):
    left.plot(path(batch_size, lr=0.2), label=f"B={batch_size}")
for lr in (0.2, 0.02):
    right.plot(path(1, lr), label=f"lr={lr}")
left.set(xlabel="step", ylabel="w", title="lr=0.2")
right.set(xlabel="step", title="B=1")
left.legend()
right.legend()
plt.show()
