import torch
from torch import nn

error = torch.linspace(-3, 3, 121, requires_grad=True)
target = torch.zeros(121)
for delta in (0.5, 1.0, 2.0):
    huber = nn.HuberLoss(delta=delta, reduction="none")(error, target)
    smooth = nn.SmoothL1Loss(beta=delta, reduction="none")(error, target)
    torch.testing.assert_close(huber, delta * smooth)
    print(f"delta = beta = {delta}: at error 3, {huber[-1]:.3f} and {smooth[-1]:.3f}")
