import torch
from matplotlib import pyplot as plt

from optguide.losses import smooth_l1_loss

error = torch.linspace(-3, 3, 301, requires_grad=True)
target = torch.zeros(301)
fig, (left, right) = plt.subplots(1, 2)
for beta in (0.0, 0.5, 1.0, 2.0):
    value = smooth_l1_loss(error, target, reduction="none", beta=beta)
    (gradient,) = torch.autograd.grad(value.sum(), error)
    left.plot(error.tolist(), value.tolist(), label=f"beta {beta:g}")
    right.plot(error.tolist(), gradient.tolist())
left.set(xlabel="input - target", ylabel="loss")
right.set(xlabel="input - target", ylabel="gradient")
left.legend()
plt.show()
