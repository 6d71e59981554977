import torch
from matplotlib import pyplot as plt

from optguide.losses import kl_div

# zh: 两个类别：一个分布固定为 (0.8, 0.2)，另一个是 (p, 1 - p)
# en: two classes: one distribution is (0.8, 0.2), the other (p, 1 - p)
p = torch.linspace(0.02, 0.98, 97, requires_grad=True)
fixed = torch.tensor([0.8, 0.2]).expand(97, 2)
moving = torch.stack([p, 1 - p], dim=1)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for label, input, target, style in (
    ("target (0.8, 0.2)", moving, fixed, "-"),
    ("input (0.8, 0.2)", fixed, moving, "--"),
):
    loss = kl_div(input.log(), target, reduction="none").sum(dim=1)
    (gradient,) = torch.autograd.grad(loss.sum(), p, retain_graph=True)
    top.plot(p.tolist(), loss.tolist(), style, label=label)
    bottom.plot(p.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="p", ylabel="gradient", ylim=(-6, 6))
top.legend()
plt.show()
