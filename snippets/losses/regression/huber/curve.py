import torch
from matplotlib import pyplot as plt

from optguide.losses import huber_loss

error = torch.linspace(-4, 4, 201, requires_grad=True)
target = torch.zeros(201)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for delta in (0.5, 1.0, 2.0):
    value = huber_loss(error, target, reduction="none", delta=delta)
    (gradient,) = torch.autograd.grad(value.sum(), error)
    top.plot(error.tolist(), value.tolist(), label=f"delta {delta:g}")
    bottom.plot(error.tolist(), gradient.tolist())
top.plot(error.tolist(), (0.5 * error**2).tolist(), linestyle="--", label="error²/2")
bottom.plot(error.tolist(), error.tolist(), linestyle="--")
top.set(ylabel="loss", ylim=(0, 8))
bottom.set(xlabel="input - target", ylabel="gradient")
top.legend()
plt.show()
