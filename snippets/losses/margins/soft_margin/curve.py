import torch
from matplotlib import pyplot as plt

from optguide.losses import soft_margin_loss

x = torch.linspace(-4, 4, 161, requires_grad=True)
fig, (left, right) = plt.subplots(1, 2)
for y, style in ((1.0, "-"), (-1.0, "--")):
    loss = soft_margin_loss(x, torch.full((161,), y), reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), x)
    left.plot(x.tolist(), loss.tolist(), style, label=f"target {y:g}")
    right.plot(x.tolist(), gradient.tolist(), style)
hinge = (1 - x).clamp(min=0)
(gradient,) = torch.autograd.grad(hinge.sum(), x)
left.plot(x.tolist(), hinge.tolist(), ":", label="hinge, target 1")
right.plot(x.tolist(), gradient.tolist(), ":")
left.set(xlabel="input", ylabel="loss", ylim=(-0.3, 7.5))
right.set(xlabel="input", ylabel="gradient")
left.legend()
plt.show()
