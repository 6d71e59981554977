import torch
from matplotlib import pyplot as plt

from optguide.losses import huber_loss

error = torch.linspace(-4, 4, 201, requires_grad=True)
target = torch.zeros(201)
fig, (left, right) = plt.subplots(1, 2)
for delta in (0.5, 1.0, 2.0):
    value = huber_loss(error, target, reduction="none", delta=delta)
    (gradient,) = torch.autograd.grad(value.sum(), error)
    left.plot(error.tolist(), value.tolist(), label=f"delta {delta:g}")
    right.plot(error.tolist(), gradient.tolist())
left.plot(error.tolist(), (0.5 * error**2).tolist(), linestyle="--", label="error²/2")
right.plot(error.tolist(), error.tolist(), linestyle="--")
left.set(xlabel="input - target", ylabel="loss", ylim=(0, 8))
right.set(xlabel="input - target", ylabel="gradient")
left.legend()
plt.show()
