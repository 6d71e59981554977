import torch
from matplotlib import pyplot as plt

from optguide.losses import cosine_embedding_loss

# zh: 两个单位向量，第二个转过 0 到 180 度
# en: two unit vectors; the second is turned by 0 to 180 degrees
angle = torch.linspace(0, torch.pi, 181, requires_grad=True)
fixed = torch.tensor([1.0, 0.0]).expand(181, 2)
turned = torch.stack([angle.cos(), angle.sin()], dim=1)
degrees = angle.rad2deg().tolist()

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for label, y, margin, style in (
    ("y = 1", 1.0, 0.0, "-"),
    ("y = -1, margin 0", -1.0, 0.0, "-"),
    ("y = -1, margin 0.5", -1.0, 0.5, "--"),
):
    target = torch.full((181,), y)
    loss = cosine_embedding_loss(fixed, turned, target, margin=margin, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), angle, retain_graph=True)
    top.plot(degrees, loss.tolist(), style, label=label)
    bottom.plot(degrees, gradient.tolist(), style)
top.set(ylabel="loss", xticks=(0, 60, 90, 180))
top.set(ylim=(-0.1, 3.2), yticks=(0, 0.5, 1, 2))
bottom.set(xlabel="angle in degrees", ylabel="gradient", xticks=(0, 60, 90, 180))
top.legend()
plt.show()
