# --8<-- [start:rank]
import torch
from torch import nn

# zh: y = 1：第一个应更高；y = -1：第二个应更高
# en: y = 1: the first should be higher; y = -1: the second
x1, x2 = torch.tensor([2.0, 0.5]), torch.tensor([1.0, 1.5])
y = torch.tensor([1.0, -1.0])
print(f"{nn.SoftMarginLoss()(x1 - x2, y).item():.4f}")

# zh: 概率模型：第一个更高的概率是 σ(x1 - x2)
# en: as a model: the first is higher with probability σ(x1 - x2)
p = (x1 - x2).sigmoid()
likelihood = torch.where(y == 1, p, 1 - p)
torch.testing.assert_close(nn.SoftMarginLoss()(x1 - x2, y), -likelihood.log().mean())
# --8<-- [end:rank]

# --8<-- [start:separable]
# zh: 两个样本，一个权重就能分开
# en: two samples that one weight can separate
feature, y = torch.tensor([1.0, -1.0]), torch.tensor([1.0, -1.0])
for weight_decay in (0.0, 0.1):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0, weight_decay=weight_decay)
    seen = []
    for epoch in range(1001):
        loss = nn.SoftMarginLoss()(w * feature, y)
        if epoch in (10, 100, 1000):
            seen.append(round(w.item(), 2))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"weight_decay {weight_decay:g}: {seen}")
# --8<-- [end:separable]
