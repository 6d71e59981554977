# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 预测与目标相同，散度应该是 0
# en: prediction and target are the same, so the divergence should be 0
y = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.8, 0.1]])
print(f"{F.kl_div(y, y, reduction='batchmean').item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
loss = F.kl_div(y.log(), y, reduction="batchmean")
print(f"{abs(loss.item()):.4f}")
# zh: 目标也可以是对数概率，但要设 log_target=True
# en: the target may be in log-probabilities too, with log_target=True
loss = F.kl_div(y.log(), y.log(), reduction="batchmean", log_target=True)
print(f"{abs(loss.item()):.4f}")
# --8<-- [end:fix]

# --8<-- [start:forgotten]
loss = F.kl_div(y.log(), y.log(), reduction="batchmean")
print(f"log_target forgotten: {loss.item()}")
# --8<-- [end:forgotten]

# --8<-- [start:sum]
# zh: 目标只加到 0.3
# en: the target adds up to 0.3 only
x = torch.tensor([[0.1, 0.6, 0.3]]).log()
y = torch.tensor([[0.15, 0.05, 0.1]])
print(f"{F.kl_div(x, y, reduction='batchmean').item():.4f}")
# --8<-- [end:sum]
