# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 一个预测，四个目标
# en: one prediction, four targets
x = torch.tensor([[0.7, 0.2, 0.1]]).log()
y = torch.tensor([[0.5, 0.3, 0.2]]).expand(4, 3)
print(f"{F.kl_div(x, y, reduction='batchmean').item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
x = x.expand_as(y)
print(f"{F.kl_div(x, y, reduction='batchmean').item():.4f}")
# --8<-- [end:fix]
