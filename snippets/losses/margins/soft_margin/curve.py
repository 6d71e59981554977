import torch
from matplotlib import pyplot as plt

from optguide.losses import soft_margin_loss

x = torch.linspace(-4, 4, 161, requires_grad=True)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for y, style in ((1.0, "-"), (-1.0, "--")):
    loss = soft_margin_loss(x, torch.full((161,), y), reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), x)
    top.plot(x.tolist(), loss.tolist(), style, label=f"target {y:g}")
    bottom.plot(x.tolist(), gradient.tolist(), style)
hinge = (1 - x).clamp(min=0)
(gradient,) = torch.autograd.grad(hinge.sum(), x)
top.plot(x.tolist(), hinge.tolist(), ":", label="hinge, target 1")
bottom.plot(x.tolist(), gradient.tolist(), ":")
top.set(ylabel="loss", ylim=(-0.3, 7.5))
bottom.set(xlabel="input", ylabel="gradient")
top.legend()
plt.show()
