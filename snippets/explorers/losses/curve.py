import torch
from matplotlib import pyplot as plt
from torch import nn

error = torch.linspace(-3, 3, 121, requires_grad=True)
target = torch.zeros(121)
fig, (left, right) = plt.subplots(1, 2)
for loss_fn in (nn.L1Loss, nn.MSELoss, nn.HuberLoss):
    loss = loss_fn(reduction="none")(error, target)
    (gradient,) = torch.autograd.grad(loss.sum(), error)
    left.plot(error.tolist(), loss.tolist(), label=loss_fn.__name__)
    right.plot(error.tolist(), gradient.tolist())
left.set(xlabel="input - target", ylabel="loss", ylim=(0, 5))
right.set(xlabel="input - target", ylabel="gradient", ylim=(-5, 5))
left.legend()
plt.show()
