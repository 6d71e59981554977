import torch
from matplotlib import pyplot as plt

from optguide.losses import l1_loss, mse_loss

error = torch.linspace(-2, 2, 201, requires_grad=True)
target = torch.zeros(201)
fig, (left, right) = plt.subplots(1, 2)
for loss in (l1_loss, mse_loss):
    value = loss(error, target, reduction="none")
    (gradient,) = torch.autograd.grad(value.sum(), error)
    left.plot(error.tolist(), value.tolist(), label=loss.__name__)
    right.plot(error.tolist(), gradient.tolist())
left.set(xlabel="input - target", ylabel="loss")
right.set(xlabel="input - target", ylabel="gradient")
left.legend()
plt.show()
