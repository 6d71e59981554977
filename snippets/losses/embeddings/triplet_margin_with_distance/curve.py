import torch
from matplotlib import pyplot as plt

from optguide.losses import triplet_margin_with_distance_loss

# zh: 单位圆上：正例离锚点 30 度，负例转到 180 度
# en: on the unit circle: the positive at 30 degrees, the negative turns to 180
angle = torch.linspace(0.02, torch.pi, 181, requires_grad=True)
negative = torch.stack([angle.cos(), angle.sin()], dim=1)
anchor = torch.tensor([1.0, 0.0]).expand(181, 2)
fixed = torch.tensor(torch.pi / 6)
positive = torch.stack([fixed.cos(), fixed.sin()]).expand(181, 2)
cosine = torch.nn.CosineSimilarity()
distances = {
    "Euclidean": torch.nn.PairwiseDistance(),
    "1 - cos": lambda x, y: 1 - cosine(x, y),
    "Manhattan": torch.nn.PairwiseDistance(p=1),
}

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
degrees = angle.rad2deg().tolist()
for (label, d), style in zip(distances.items(), ("-", "--", ":"), strict=True):
    loss = triplet_margin_with_distance_loss(
        anchor, positive, negative, distance_function=d, margin=0.5, reduction="none"
    )
    (gradient,) = torch.autograd.grad(loss.sum(), angle, retain_graph=True)
    top.plot(degrees, loss.tolist(), style, label=label)
    bottom.plot(degrees, gradient.tolist(), style)
top.set(ylabel="loss", xticks=(0, 60, 120, 180))
bottom.set(xlabel="angle of the negative", ylabel="gradient", xticks=(0, 60, 120, 180))
top.legend()
plt.show()
