# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 两个样本都一个标签也没有；第二个的得分却都很高
# en: neither sample has a label; yet the second has high scores
x = torch.tensor([[-5.0, -5.0], [5.0, 5.0]], requires_grad=True)
target = torch.tensor([[-1, -1], [-1, -1]])
loss = nn.MultiLabelMarginLoss()(x, target)
(gradient,) = torch.autograd.grad(loss, x)
print(loss.item(), gradient.tolist())
# --8<-- [end:surprise]

# --8<-- [start:shift]
x = torch.tensor([[1.0, 0.5, 2.0, -1.0]])
target = torch.tensor([[2, 1, -1, -1]])
for shift in (-10, 0, 10):
    print(f"{shift}: {nn.MultiLabelMarginLoss()(x + shift, target).item():.4f}")
# --8<-- [end:shift]

# --8<-- [start:fix]
x = torch.tensor([[-5.0, -5.0], [5.0, 5.0]], requires_grad=True)
loss = nn.BCEWithLogitsLoss()(x, torch.zeros(2, 2))
(gradient,) = torch.autograd.grad(loss, x)
for row in gradient.tolist():
    print([round(g, 4) for g in row])
# --8<-- [end:fix]
