import torch
from matplotlib import pyplot as plt
from torch import nn

error = torch.linspace(-2, 2, 201, requires_grad=True)
fig, (left, right) = plt.subplots(1, 2)
for loss_f in (nn.L1Loss(reduction="none"), nn.MSELoss(reduction="none")):
    loss = loss_f(error, torch.zeros(201))
    (gradient,) = torch.autograd.grad(loss.sum(), error)
    left.plot(error.tolist(), loss.tolist(), label=type(loss_f).__name__)
    right.plot(error.tolist(), gradient.tolist())
left.set(xlabel="error", ylabel="loss")
right.set(xlabel="error", ylabel="gradient")
left.legend()
plt.show()
