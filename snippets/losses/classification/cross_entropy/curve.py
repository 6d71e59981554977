import torch
from matplotlib import pyplot as plt

from optguide.losses import cross_entropy

# zh: 三个类别：目标类的 logit 从 -4 到 8，另外两个固定为 0
# en: three classes: the target's logit goes from -4 to 8, the other two stay 0
logit = torch.linspace(-4, 8, 121, requires_grad=True)
input = torch.stack([logit, torch.zeros(121), torch.zeros(121)], dim=1)
target = torch.zeros(121, dtype=torch.long)

fig, (left, right) = plt.subplots(1, 2)
for eps, style in ((0.0, "-"), (0.1, "--"), (0.3, ":")):
    loss = cross_entropy(input, target, reduction="none", label_smoothing=eps)
    (gradient,) = torch.autograd.grad(loss.sum(), logit, retain_graph=True)
    left.plot(logit.tolist(), loss.tolist(), style, label=f"{eps}")
    right.plot(logit.tolist(), gradient.tolist(), style)
left.set(xlabel="logit of the target", ylabel="loss")
right.set(xlabel="logit of the target", ylabel="gradient")
left.legend(title="label_smoothing")
plt.show()
