import torch
from matplotlib import pyplot as plt

from optguide.losses import binary_cross_entropy

x = torch.linspace(0.02, 0.98, 97, requires_grad=True)

fig, (left, right) = plt.subplots(1, 2)
for y, style in ((1.0, "-"), (0.0, "--"), (0.8, ":")):
    target = torch.full((97,), y)
    loss = binary_cross_entropy(x, target, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), x)
    left.plot(x.tolist(), loss.tolist(), style, label=f"{y}")
    right.plot(x.tolist(), gradient.tolist(), style)
left.set(xlabel="input", ylabel="loss")
right.set(xlabel="input", ylabel="gradient")
left.legend(title="target")
plt.show()
