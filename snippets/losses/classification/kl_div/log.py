# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

y = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]])
# zh: 分布与自身的散度应该是 0
# en: the divergence of a distribution from itself should be 0
print(f"probabilities {F.kl_div(y, y, reduction='batchmean').item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = F.kl_div(y.log(), y, reduction="batchmean")
print(f"log-probabilities {abs(loss.item()):.4f}")
# zh: 目标也可以取对数，但要说一声
# en: the target may be in logarithms too, if you say so
loss = F.kl_div(y.log(), y.log(), reduction="batchmean", log_target=True)
print(f"both {abs(loss.item()):.4f}")
# --8<-- [end:fix]

# --8<-- [start:forgotten]
loss = F.kl_div(y.log(), y.log(), reduction="batchmean")
print(f"log_target forgotten: {loss.item()}")
# --8<-- [end:forgotten]
