import torch
from matplotlib import pyplot as plt

from optguide.losses import cross_entropy

# zh: 三个类别：目标类的 logit 从 -4 到 8，另外两个固定为 0
# en: three classes: the target's logit goes from -4 to 8, the other two stay 0
logit = torch.linspace(-4, 8, 121, requires_grad=True)
input = torch.stack([logit, torch.zeros(121), torch.zeros(121)], dim=1)
target = torch.zeros(121, dtype=torch.long)

fig, (top, bottom) = plt.subplots(2, 1, sharex=True, figsize=(4.8, 4.8))
for eps, style in ((0.0, "-"), (0.1, "--"), (0.3, ":")):
    loss = cross_entropy(input, target, reduction="none", label_smoothing=eps)
    (gradient,) = torch.autograd.grad(loss.sum(), logit, retain_graph=True)
    top.plot(logit.tolist(), loss.tolist(), style, label=f"{eps}")
    bottom.plot(logit.tolist(), gradient.tolist(), style)
top.set(ylabel="loss")
bottom.set(xlabel="logit of the target", ylabel="gradient")
top.legend(title="label_smoothing")
plt.show()
