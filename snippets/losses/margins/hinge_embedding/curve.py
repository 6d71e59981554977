import torch
from matplotlib import pyplot as plt

from optguide.losses import hinge_embedding_loss

distance = torch.linspace(0, 3, 120, requires_grad=True)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for y, margin, style in ((1.0, 1.0, "-"), (-1.0, 1.0, "--"), (-1.0, 2.0, ":")):
    target = torch.full((120,), y)
    loss = hinge_embedding_loss(distance, target, margin, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), distance)
    label = "target 1" if y == 1 else f"target -1, margin {margin:g}"
    top.plot(distance.tolist(), loss.tolist(), style, label=label)
    bottom.plot(distance.tolist(), gradient.tolist(), style)
top.set(ylabel="loss", ylim=(-0.2, 4.8))
bottom.set(xlabel="distance", ylabel="gradient")
top.legend()
plt.show()
