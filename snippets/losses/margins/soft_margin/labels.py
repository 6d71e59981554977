# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 第一个“是”，另外两个“否”，却记成了 0
# en: the first is a yes; the others are a no, but written 0
label = torch.tensor([1.0, 0.0, 0.0])
x = torch.tensor([2.0, 3.0, -3.0], requires_grad=True)
loss_fn = nn.SoftMarginLoss(reduction="none")

loss = loss_fn(x, label)
(gradient,) = torch.autograd.grad(loss.sum(), x)
print("loss", [round(v, 4) for v in loss.tolist()])
print("-gradient", [round(-g, 4) for g in gradient.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = loss_fn(x, 2 * label - 1)
(gradient,) = torch.autograd.grad(loss.sum(), x)
print("loss", [round(v, 4) for v in loss.tolist()])
print("-gradient", [round(-g, 4) for g in gradient.tolist()])
# --8<-- [end:fix]
