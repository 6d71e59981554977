# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

prediction = torch.tensor([1.0, 2.0, 6.0])
target = torch.tensor([2.0, 4.0, 3.0])
weight = torch.tensor([1.0, 1.0, 0.0])

by_hand = (weight * (prediction - target).abs()).sum() / weight.sum()
with torch.device(prediction.device):
    loss = F.l1_loss(prediction, target, weight=weight)
print(f"by hand {by_hand:.1f}  torch {loss:.1f}  without weight", end=" ")
print(f"{F.l1_loss(prediction, target):.1f}")
# zh: torch 修复这个问题之后，这一行就会失败
# en: this line fails as soon as torch has fixed it
assert loss == F.l1_loss(prediction, target) != by_hand
# --8<-- [end:surprise]

# --8<-- [start:fix]
with torch.device(prediction.device):
    losses = F.l1_loss(prediction, target, reduction="none")
    loss = (weight * losses).sum() / weight.sum()
assert loss == by_hand
# --8<-- [end:fix]
