import torch
from matplotlib import pyplot as plt

from optguide.losses import triplet_margin_loss

# zh: 一条直线上：锚点在 0，正例在 1，负例从 -3 走到 4
# en: on a line: the anchor at 0, the positive at 1, the negative from -3 to 4
n = torch.linspace(-3, 4, 281).unsqueeze(1)
a, p = torch.zeros_like(n), torch.ones_like(n)
at = n.squeeze(1).tolist()


def loss(margin, swap=False):
    return triplet_margin_loss(
        a, p, n, margin=margin, swap=swap, reduction="none"
    ).tolist()


fig, (left, right) = plt.subplots(1, 2, sharey=True)
for margin in (0.5, 1.0, 2.0):
    left.plot(at, loss(margin), label=f"margin {margin:g}")
right.plot(at, loss(1.0), label="swap False")
right.plot(at, loss(1.0, swap=True), "--", label="swap True")
for axes in (left, right):
    axes.plot([0], [0], "o", color=plt.rcParams["text.color"])
    axes.plot([1], [0], "s", color=plt.rcParams["text.color"])
    axes.set(xlabel="negative")
    axes.legend(fontsize=9, loc="upper right")
left.set(ylabel="loss", ylim=(-0.15, 4.4))
plt.show()
