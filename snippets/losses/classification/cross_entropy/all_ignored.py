# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]], requires_grad=True)
target = torch.tensor([-100, -100])
loss = F.cross_entropy(logits, target)
loss.backward()
print(loss.item(), logits.grad.tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
total = F.cross_entropy(logits, target, reduction="sum")
count = (target != -100).sum()
print((total / count.clamp(min=1)).item())
# --8<-- [end:fix]
