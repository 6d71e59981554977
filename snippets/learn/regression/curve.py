import torch
from matplotlib import pyplot as plt
from torch import nn

error = torch.linspace(-2, 2, 201, requires_grad=True)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for loss_f in (nn.L1Loss(reduction="none"), nn.MSELoss(reduction="none")):
    loss = loss_f(error, torch.zeros(201))
    (gradient,) = torch.autograd.grad(loss.sum(), error)
    top.plot(error.tolist(), loss.tolist(), label=type(loss_f).__name__)
    bottom.plot(error.tolist(), gradient.tolist())
top.set(ylabel="loss")
bottom.set(xlabel="error", ylabel="gradient")
top.legend()
plt.show()
