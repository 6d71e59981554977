# --8<-- [start:pairs]
import torch
from torch import nn

x = torch.tensor([[1.0, 0.5, 2.0, -1.0]], requires_grad=True)
# zh: 第 2 类和第 1 类正确；-1 之后的不算
# en: classes 2 and 1 are right; nothing counts after the -1
y = torch.tensor([[2, 1, -1, 3]])

total = 0.0
for j in (2, 1):
    for i in (0, 3):
        hinge = (1 - x[0, j] + x[0, i]).clamp(min=0)
        print(f"right {j}, wrong {i}: {hinge.item()}")
        total += hinge
# --8<-- [end:pairs]

# --8<-- [start:loss]
print(f"{(total / 4).item():.4f}")
torch.testing.assert_close(total / 4, nn.MultiLabelMarginLoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.MultiLabelMarginLoss()(x, y).backward()
print(x.grad.tolist())
# --8<-- [end:gradient]
