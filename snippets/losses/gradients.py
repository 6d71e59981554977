import torch
from matplotlib import pyplot as plt

from optguide import losses

fig, (top, bottom) = plt.subplots(2, 1, figsize=(4.8, 5.4))
grid = torch.linspace(-4, 4, 321, requires_grad=True)


def gradient(loss):
    return torch.autograd.grad(loss.sum(), grid)[0].tolist()


# zh: 上图：目标是 0，横轴是误差
# en: above: the target is 0, the axis is the error
zero = torch.zeros(321)
for name, style, options in (
    ("mse_loss", "-", {}),
    ("l1_loss", "--", {}),
    ("huber_loss", "-.", {"delta": 2.0}),
    ("smooth_l1_loss", ":", {"beta": 2.0}),
):
    loss = getattr(losses, name)(grid, zero, reduction="none", **options)
    top.plot(grid.tolist(), gradient(loss), style, label=name.removesuffix("_loss"))
top.set(xlabel="input - target", ylabel="gradient", ylim=(-4, 4))
top.legend()

# zh: 下图：两类，目标类的 logit 在动，另一个是 0
# en: below: two classes; the target's logit moves, the other is 0
logits = torch.stack([grid, torch.zeros(321)], dim=1)
index = torch.zeros(321, dtype=torch.long)
one = torch.ones(321)
# zh: multi_margin 除以了类别数 2，这里乘回来
# en: multi_margin divides by the 2 classes; here that is undone
margin = 2 * losses.multi_margin_loss(logits, index, reduction="none")
for name, style, loss in (
    ("cross entropy", "-", losses.cross_entropy(logits, index, reduction="none")),
    ("multi-margin", "--", margin),
    ("mse of sigmoid", ":", losses.mse_loss(grid.sigmoid(), one, reduction="none")),
):
    bottom.plot(grid.tolist(), gradient(loss), style, label=name)
bottom.set(xlabel="logit of the target", ylabel="gradient", ylim=(-1.1, 0.9))
bottom.legend()

# zh: 这三个损失，在二分类里是同一条曲线
# en: for two classes these three losses are one curve
same = gradient(losses.cross_entropy(logits, index, reduction="none"))
for other in (
    losses.binary_cross_entropy_with_logits(grid, one, reduction="none"),
    losses.soft_margin_loss(grid, one, reduction="none"),
):
    torch.testing.assert_close(torch.tensor(gradient(other)), torch.tensor(same))
plt.show()
