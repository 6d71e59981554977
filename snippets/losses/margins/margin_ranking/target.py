# --8<-- [start:surprise]
import torch
from torch import nn

loss_fn = nn.MarginRankingLoss(margin=1.0, reduction="none")
x1 = torch.tensor([0.0, 5.0], requires_grad=True)
x2 = torch.tensor([2.0, 2.0])

# zh: 用 0 表示“第二个在前”
# en: 0 for "the second is ahead"
loss = loss_fn(x1, x2, torch.tensor([0.0, 0.0]))
(gradient,) = torch.autograd.grad(loss.sum(), x1)
print("loss", loss.tolist())
print("-gradient", (0 - gradient).tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
label = torch.tensor([0.0, 0.0])
loss = loss_fn(x1, x2, 2 * label - 1)
(gradient,) = torch.autograd.grad(loss.sum(), x1)
print("loss", loss.tolist())
print("-gradient", (0 - gradient).tolist())
# --8<-- [end:fix]

# --8<-- [start:scale]
# zh: 写成 3，领先 1 就算领先 3，梯度也乘 3
# en: with 3, a lead of 1 counts as 3, and so does the gradient
x1 = torch.tensor([3.0, 1.0], requires_grad=True)
loss = loss_fn(x1, x2, torch.tensor([3.0, 3.0]))
(gradient,) = torch.autograd.grad(loss.sum(), x1)
print("loss", loss.tolist(), "-gradient", (0 - gradient).tolist())
# --8<-- [end:scale]
