import torch
from matplotlib import pyplot as plt

from optguide.losses import multilabel_margin_loss

# zh: 第 0 类的得分在变，第 1、2 类固定在 1 和 0
# en: the score of class 0 moves, classes 1 and 2 stay at 1 and 0
score = torch.linspace(-2, 3, 201, requires_grad=True)
rest = torch.tensor([1.0, 0.0]).expand(201, 2)
input = torch.cat([score[:, None], rest], dim=1)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for labels, style in (([0, -1, -1], "-"), ([0, 1, -1], "--"), ([1, -1, -1], ":")):
    target = torch.tensor(labels).expand(201, 3)
    loss = multilabel_margin_loss(input, target, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), score, retain_graph=True)
    top.plot(score.tolist(), loss.tolist(), style, label=f"target {labels}")
    bottom.plot(score.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="score of class 0", ylabel="gradient")
top.legend()
plt.show()
