# --8<-- [start:binary]
import torch
from torch import nn

x = torch.tensor([[0.2, 0.9], [0.5, 0.1], [1.0, -3.0]])
y = torch.tensor([1, 1, 0])
loss = nn.MultiMarginLoss()(x, y)

score, sign = x[:, 1] - x[:, 0], 2 * y - 1
hinge = (1 - sign * score).clamp(min=0)
print(f"{loss.item():.4f} {hinge.mean().item():.4f}")
torch.testing.assert_close(loss, hinge.mean() / 2)
# --8<-- [end:binary]

# --8<-- [start:crammer_singer]
x = torch.tensor([[0.0, 0.5, 0.4, -9.0]], requires_grad=True)
y = torch.tensor([0])

ahead = x.gather(1, y[:, None])
others = x.scatter(1, y[:, None], float("-inf"))
crammer_singer = (1 - ahead + others.max(dim=1, keepdim=True).values).relu().mean()
weston_watkins = 4 * nn.MultiMarginLoss()(x, y)

for name, loss in (("max", crammer_singer), ("sum", weston_watkins)):
    (gradient,) = torch.autograd.grad(loss, x)
    print(f"{name} {loss.item():.4f}", gradient.tolist())
# --8<-- [end:crammer_singer]
