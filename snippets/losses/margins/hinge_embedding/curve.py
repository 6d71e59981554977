import torch
from matplotlib import pyplot as plt

from optguide.losses import hinge_embedding_loss

distance = torch.linspace(0, 3, 120, requires_grad=True)
fig, (left, right) = plt.subplots(1, 2)
for y, margin, style in ((1.0, 1.0, "-"), (-1.0, 1.0, "--"), (-1.0, 2.0, ":")):
    target = torch.full((120,), y)
    loss = hinge_embedding_loss(distance, target, margin, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), distance)
    label = "target 1" if y == 1 else f"target -1, margin {margin:g}"
    left.plot(distance.tolist(), loss.tolist(), style, label=label)
    right.plot(distance.tolist(), gradient.tolist(), style)
left.set(xlabel="distance", ylabel="loss", ylim=(-0.2, 4.8))
right.set(xlabel="distance", ylabel="gradient")
left.legend()
plt.show()
