# --8<-- [start:loss]
import torch
from torch import nn

x = torch.tensor([0.9, 0.3, 0.6], requires_grad=True)
y = torch.tensor([1.0, 0.0, 0.0])

# zh: 目标为 1 取 log x，目标为 0 取 log(1 - x)
# en: log x where the target is 1, log(1 - x) where it is 0
none = -(y * x.log() + (1 - y) * (1 - x).log())
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), nn.BCELoss()(x, y))
# --8<-- [end:loss]

# --8<-- [start:gradient]
nn.BCELoss()(x, y).backward()
print([round(g, 4) for g in x.grad.tolist()])
p = x.detach()
torch.testing.assert_close(x.grad, (p - y) / (p * (1 - p)) / 3)
# --8<-- [end:gradient]
