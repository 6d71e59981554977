# --8<-- [start:hinge]
import torch
from torch import nn

x = torch.tensor([[2.0, 1.5, -1.0], [0.0, 1.0, 1.0]], requires_grad=True)
y = torch.tensor([0, 2])
margin = 1.0

right = x.gather(1, y[:, None])
hinge = (margin - right + x).clamp(min=0)
print(hinge.tolist())
# --8<-- [end:hinge]

# --8<-- [start:loss]
# zh: 去掉正确类别自己那一项，它总等于 margin
# en: without the term of the right class itself, which is always the margin
hinge = hinge.scatter(1, y[:, None], 0.0)
none = hinge.sum(dim=1) / 3
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.MultiMarginLoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.MultiMarginLoss(reduction="sum")(x, y).backward()
for row in x.grad.tolist():
    print([round(g, 4) for g in row])
# --8<-- [end:gradient]
