import torch
from matplotlib import pyplot as plt

from optguide.losses import l1_loss, mse_loss

error = torch.linspace(-2, 2, 201, requires_grad=True)
target = torch.zeros(201)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for loss in (l1_loss, mse_loss):
    value = loss(error, target, reduction="none")
    (gradient,) = torch.autograd.grad(value.sum(), error)
    top.plot(error.tolist(), value.tolist(), label=loss.__name__)
    bottom.plot(error.tolist(), gradient.tolist())
top.set(ylabel="loss")
bottom.set(xlabel="input - target", ylabel="gradient")
top.legend()
plt.show()
