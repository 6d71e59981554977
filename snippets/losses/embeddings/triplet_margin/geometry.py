import torch
from matplotlib import pyplot as plt

from optguide.losses import triplet_margin_loss

# zh: 锚点、正例、负例；负例比正例远，但没有远出 margin
# en: anchor, positive, negative: the negative is farther, but not by the margin
points = torch.tensor([[0.0, 0.0], [-0.9, 0.7], [1.2, 0.8]], requires_grad=True)
width = 1.0
triplet_margin_loss(*points, margin=width).backward()

fig, axes = plt.subplots(figsize=(4.8, 4.4))
center = points[0].tolist()
near = (points[0] - points[1]).norm().item()
for radius, style in ((near, ":"), (near + width, "--")):
    axes.add_patch(plt.Circle(center, radius, fill=False, linestyle=style))
axes.text(0, 0.1 - near, "d(a, p)", ha="center")
axes.text(0, 0.2 - near - width, "d(a, p) + margin", ha="center")

# zh: 箭头是负梯度：一步 SGD（lr = 0.6）会把点移到哪里
# en: arrows are negative gradients: where a step of SGD with lr = 0.6 would move
moved = (points - 0.6 * points.grad).tolist()
names = {"anchor": ("C0", 8), "positive": ("C2", 8), "negative": ("C1", -18)}
for (name, (color, above)), at, to in zip(
    names.items(), points.tolist(), moved, strict=True
):
    arrow = {"arrowstyle": "->", "color": color, "lw": 2}
    axes.plot(*at, "o", color=color)
    axes.annotate(name, at, (0, above), textcoords="offset points", ha="center")
    axes.annotate("", to, at, arrowprops=arrow)
axes.set(xlim=(-2.6, 2.6), ylim=(-2.35, 2.35), aspect="equal")
plt.show()
