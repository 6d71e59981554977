import torch
from matplotlib import pyplot as plt

from optguide.losses import smooth_l1_loss

error = torch.linspace(-3, 3, 301, requires_grad=True)
target = torch.zeros(301)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for beta in (0.0, 0.5, 1.0, 2.0):
    value = smooth_l1_loss(error, target, reduction="none", beta=beta)
    (gradient,) = torch.autograd.grad(value.sum(), error)
    top.plot(error.tolist(), value.tolist(), label=f"beta {beta:g}")
    bottom.plot(error.tolist(), gradient.tolist())
top.set(ylabel="loss")
bottom.set(xlabel="input - target", ylabel="gradient")
top.legend()
plt.show()
