import torch
from matplotlib import pyplot as plt

from optguide.losses import multilabel_soft_margin_loss

# zh: 第 0 类的 logit 在变，其余各类的损失几乎为零
# en: the logit of class 0 moves, all others cost next to nothing
logit = torch.linspace(-6, 6, 121, requires_grad=True)
fig, (left, right) = plt.subplots(1, 2)
for num_classes, y, style in ((1, 1.0, "-"), (1, 0.0, "--"), (4, 1.0, ":")):
    rest = torch.full((121, num_classes - 1), -30.0)
    input = torch.cat([logit[:, None], rest], dim=1)
    target = torch.zeros(121, num_classes)
    target[:, 0] = y
    loss = multilabel_soft_margin_loss(input, target, reduction="none")
    (gradient,) = torch.autograd.grad(loss.sum(), logit)
    left.plot(
        logit.tolist(), loss.tolist(), style, label=f"C {num_classes}, target {y:g}"
    )
    right.plot(logit.tolist(), gradient.tolist(), style)
left.set(xlabel="logit of class 0", ylabel="loss")
right.set(xlabel="logit of class 0", ylabel="gradient")
left.legend()
plt.show()
