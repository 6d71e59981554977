# --8<-- [start:elements]
import torch
from torch import nn

# zh: 两张图，三个问题：有猫吗？有狗吗？在室外吗？
# en: two pictures, three questions: a cat? a dog? outdoors?
x = torch.tensor([[2.0, 1.0, -3.0], [-1.0, 0.5, 2.0]], requires_grad=True)
y = torch.tensor([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]])

p = x.sigmoid()
elements = -torch.where(y == 1, p, 1 - p).log()
for row in elements.tolist():
    print([round(v, 4) for v in row])
# --8<-- [end:elements]

# --8<-- [start:loss]
none = elements.sum(dim=1) / 3
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.MultiLabelSoftMarginLoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.MultiLabelSoftMarginLoss()(x, y).backward()
for row in x.grad.tolist():
    print([round(g, 4) for g in row])
torch.testing.assert_close(x.grad, (p.detach() - y) / 6)
# --8<-- [end:gradient]
