import torch
from matplotlib import pyplot as plt

from optguide.losses import binary_cross_entropy_with_logits

x = torch.linspace(-6, 6, 121, requires_grad=True)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for y, style in ((1.0, "-"), (0.0, "--"), (0.8, ":")):
    target = torch.full((121,), y)
    loss = binary_cross_entropy_with_logits(x, target, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), x)
    top.plot(x.tolist(), loss.tolist(), style, label=f"{y}")
    bottom.plot(x.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="input", ylabel="gradient")
top.legend(title="target")
plt.show()
