# --8<-- [start:surprise]
import torch
from torch import nn

# zh: 锚点离正例近，离负例远：已经完全正确
# en: the positive is near, the negative is far: all is well
near, far = torch.tensor([0.2]), torch.tensor([3.0])
loss_fn = nn.MarginRankingLoss(margin=1.0)
print(f"{loss_fn(near, far, torch.tensor([1.0])).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"{loss_fn(near, far, torch.tensor([-1.0])).item():.4f}")
# --8<-- [end:fix]
