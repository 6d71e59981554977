import torch
from matplotlib import pyplot as plt
from torch import nn

error = torch.linspace(-3, 3, 121, requires_grad=True)
target = torch.zeros(121)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for loss_fn in (nn.L1Loss, nn.MSELoss, nn.HuberLoss):
    loss = loss_fn(reduction="none")(error, target)
    (gradient,) = torch.autograd.grad(loss.sum(), error)
    top.plot(error.tolist(), loss.tolist(), label=loss_fn.__name__)
    bottom.plot(error.tolist(), gradient.tolist())
top.set(ylabel="loss", ylim=(0, 5))
bottom.set(xlabel="input - target", ylabel="gradient", ylim=(-5, 5))
top.legend()
plt.show()
