import torch
from matplotlib import pyplot as plt

from optguide.optim import SGD

# zh: 曲率从 0.1 到 10，条件数 100
# en: curvatures from 0.1 to 10: condition number 100
curvature = torch.tensor([0.1, 1.0, 10.0]).double()
low, high = curvature.min().item(), curvature.max().item()
fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
lrs = torch.linspace(0, 0.21, 106)
for h in curvature.tolist():
    top.plot(lrs.tolist(), (1 - lrs * h).abs().tolist(), label=f"h={h:g}")
top.axvline(2 / (high + low), linestyle=":", color=plt.rcParams["text.color"])
top.set(xlabel="lr", ylabel="|1 - lr h|", ylim=(0, 1.5))
top.legend(loc="upper left", ncols=3)

root = (high / low) ** 0.5
best = {"lr": 4 / (high**0.5 + low**0.5) ** 2}
best["momentum"] = ((root - 1) / (root + 1)) ** 2
for name, options in {"plain": {"lr": 2 / (high + low)}, "momentum": best}.items():
    theta = torch.ones(3).double().requires_grad_()
    optimizer = SGD([theta], **options)
    distances = []
    for _ in range(150):
        distances.append(theta.norm().item())
        theta.grad = curvature * theta.detach()
        optimizer.step()
    bottom.semilogy(distances, label=name)
bottom.set(xlabel="step", ylabel="distance", ylim=(1e-9, 10))
bottom.legend()
plt.show()
