# --8<-- [start:same]
import torch
from torch import nn

x = torch.tensor([3.0, -1.0, 0.5, -2.0], requires_grad=True)
y = torch.tensor([1.0, 1.0, -1.0, -1.0])
soft = nn.SoftMarginLoss()(x, y)
bce = nn.BCEWithLogitsLoss()(x, (y + 1) / 2)
torch.testing.assert_close(soft, bce)
(g_soft,), (g_bce,) = torch.autograd.grad(soft, x), torch.autograd.grad(bce, x)
torch.testing.assert_close(g_soft, g_bce)
print(f"{soft.item():.4f} {bce.item():.4f}")
# --8<-- [end:same]

# --8<-- [start:hinge]
x = torch.tensor([0.5, 1.5, 4.0], requires_grad=True)
y = torch.ones(3)
soft = nn.SoftMarginLoss(reduction="sum")(x, y)
hinge = (1 - y * x).clamp(min=0).sum()
for name, loss in (("soft", soft), ("hinge", hinge)):
    (gradient,) = torch.autograd.grad(loss, x)
    print(name, [round(-g, 4) for g in gradient.tolist()])
# --8<-- [end:hinge]
