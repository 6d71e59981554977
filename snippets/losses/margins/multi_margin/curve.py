import torch
from matplotlib import pyplot as plt

from optguide.losses import multi_margin_loss

# zh: 正确类别的得分在变，另外两类固定在 0 和 1
# en: the score of the right class moves, the other two stay at 0 and 1
score = torch.linspace(-1, 3, 161, requires_grad=True)
rest = torch.tensor([0.0, 1.0]).expand(161, 2)
input = torch.cat([score[:, None], rest], dim=1)
target = torch.zeros(161, dtype=torch.int64)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for p, style in ((1, "-"), (2, "--")):
    loss = multi_margin_loss(input, target, p=p, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), score, retain_graph=True)
    top.plot(score.tolist(), loss.tolist(), style, label=f"p {p}")
    bottom.plot(score.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="score of the right class", ylabel="gradient")
top.legend()
plt.show()
