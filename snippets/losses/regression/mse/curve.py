import torch
from matplotlib import pyplot as plt

from optguide.losses import mse_loss

target = torch.tensor([1.0, 2.0, 6.0])
constant = torch.linspace(-1, 7, 161)
input = constant[:, None].expand(161, 3)
loss = mse_loss(input, target.expand(161, 3), reduction="none")

fig, axes = plt.subplots()
for y, one in zip(target.tolist(), loss.T.tolist(), strict=True):
    axes.plot(constant.tolist(), one, linestyle="--", label=f"target {y:g}")
axes.plot(constant.tolist(), loss.mean(dim=1).tolist(), label="mean", linewidth=3)
axes.plot(target.mean().item(), target.var(correction=0).item(), "o")
axes.set(xlabel="input", ylabel="loss", ylim=(0, 30))
axes.legend()
plt.show()
