# --8<-- [start:product]
import torch
from torch import nn

x = torch.tensor([2.0, -1.0, 0.5], requires_grad=True)
y = torch.tensor([1.0, -1.0, -1.0])

z = y * x
print("y x", z.tolist())
# --8<-- [end:product]

# --8<-- [start:loss]
none = (1 + (-z).exp()).log()
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.SoftMarginLoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.SoftMarginLoss()(x, y).backward()
print([round(g, 4) for g in x.grad.tolist()])
torch.testing.assert_close(x.grad, -y * (-z.detach()).sigmoid() / 3)
# --8<-- [end:gradient]
