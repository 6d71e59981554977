# --8<-- [start:surprise]
import torch
from torch import nn
from torch.nn import functional as F

x = torch.tensor([[0.0, 0.5], [0.5, 0.0]])
y = torch.tensor([0, 1])
for factor in (1.0, 10.0):
    weight = factor * torch.tensor([1.0, 3.0])
    margin = nn.MultiMarginLoss(weight=weight)(x, y)
    cross = nn.CrossEntropyLoss(weight=weight)(x, y)
    print(f"{factor:g}: margin {margin:.4f}, cross {cross:.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
weight = torch.tensor([1.0, 3.0])
for factor in (1.0, 10.0):
    w = factor * weight
    total = F.multi_margin_loss(x, y, weight=w, reduction="sum")
    print(f"{factor:g}: {total / w[y].sum():.4f}")
# --8<-- [end:fix]

# --8<-- [start:power]
none = F.multi_margin_loss(x, y, p=2, weight=weight, reduction="none")
print(none.tolist())
plain = F.multi_margin_loss(x, y, p=2, reduction="none")
torch.testing.assert_close(none, weight[y] * plain)
# --8<-- [end:power]
