import torch
from matplotlib import pyplot as plt

from optguide.losses import multilabel_soft_margin_loss

# zh: 第 0 类的 logit 在变，其余各类的损失几乎为零
# en: the logit of class 0 moves, all others cost next to nothing
logit = torch.linspace(-6, 6, 121, requires_grad=True)
fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for num_classes, y, style in ((1, 1.0, "-"), (1, 0.0, "--"), (4, 1.0, ":")):
    rest = torch.full((121, num_classes - 1), -30.0)
    input = torch.cat([logit[:, None], rest], dim=1)
    target = torch.zeros(121, num_classes)
    target[:, 0] = y
    loss = multilabel_soft_margin_loss(input, target, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), logit)
    top.plot(
        logit.tolist(), loss.tolist(), style, label=f"C {num_classes}, target {y:g}"
    )
    bottom.plot(logit.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="logit of class 0", ylabel="gradient")
top.legend()
plt.show()
