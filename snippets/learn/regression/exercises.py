# --8<-- [start:recall]
import torch
from torch import nn

prediction = torch.tensor([1.0, 2.0, 3.0, 4.0])
target = torch.tensor([1.0, 4.0, 3.0, 0.0])
for reduction in ("none", "sum", "mean"):
    print(reduction, nn.L1Loss(reduction=reduction)(prediction, target).tolist())
# --8<-- [end:recall]

# --8<-- [start:predict]
measured = torch.tensor([9.8, 10.1, 9.9, 10.2, 100.0])
candidates = torch.linspace(0, 100, 1001)
for loss_f in (nn.L1Loss(), nn.MSELoss()):
    losses = torch.stack([loss_f(c.expand(5), measured) for c in candidates])
    best = candidates[losses.argmin()]
    print(f"{type(loss_f).__name__:7}  best constant {best.item():.1f}")
print(f"median {measured.median().item():.1f}  mean {measured.mean().item():.1f}")
# --8<-- [end:predict]

# --8<-- [start:think]
prediction = torch.tensor([[1.0], [2.0], [3.0]])
target = torch.tensor([1.0, 2.0, 3.0])
difference = prediction - target
print(tuple(difference.shape), f"{difference.abs().mean().item():.4f}")
print(f"{nn.L1Loss()(prediction, target.unsqueeze(1)).item():.4f}")
# --8<-- [end:think]
