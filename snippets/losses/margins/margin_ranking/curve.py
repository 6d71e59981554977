import torch
from matplotlib import pyplot as plt

from optguide.losses import margin_ranking_loss

difference = torch.linspace(-3, 3, 120, requires_grad=True)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for y, margin, style in ((1.0, 0.0, "-"), (1.0, 1.0, "--"), (-1.0, 1.0, ":")):
    loss = margin_ranking_loss(
        difference, torch.zeros(120), torch.full((120,), y), margin, reduction="none"
    )
    (gradient,) = torch.autograd.grad(loss.sum(), difference)
    label = f"target {y:g}, margin {margin:g}"
    top.plot(difference.tolist(), loss.tolist(), style, label=label)
    bottom.plot(difference.tolist(), gradient.tolist(), style)
top.set(ylabel="loss", ylim=(-0.3, 6.5))
bottom.set(xlabel="input1 - input2", ylabel="gradient")
top.legend()
plt.show()
