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


fig, (top, bottom) = plt.subplots(2, 1, sharex=True, sharey=True, figsize=(4.8, 4.8))
for batch_size in (1, 16):
    top.plot(path(batch_size, lr=0.2), label=f"B={batch_size}")
for lr in (0.2, 0.02):
    bottom.plot(path(1, lr), label=f"lr={lr}")
top.set(ylabel="w", title="lr=0.2")
bottom.set(xlabel="step", ylabel="w", title="B=1")
top.legend()
bottom.legend()
plt.show()
