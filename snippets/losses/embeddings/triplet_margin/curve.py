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


fig, (top, bottom) = plt.subplots(2, 1, sharex=True, sharey=True, figsize=(4.8, 4.8))
for margin in (0.5, 1.0, 2.0):
    top.plot(at, loss(margin), label=f"margin {margin:g}")
bottom.plot(at, loss(1.0), label="swap False")
bottom.plot(at, loss(1.0, swap=True), "--", label="swap True")
for axes in (top, bottom):
    axes.plot([0], [0], "o", color=plt.rcParams["text.color"])
    axes.plot([1], [0], "s", color=plt.rcParams["text.color"])
    axes.set(ylabel="loss")
    axes.legend(loc="upper right")
bottom.set(xlabel="negative", ylim=(-0.15, 4.4))
plt.show()
