# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]], requires_grad=True)
# zh: 没有目标被忽略，但出现的类别权重都是 0
# en: no target is ignored, but the only class that occurs has weight 0
target = torch.tensor([1, 1])
weight = torch.tensor([1.0, 0.0, 2.0])
loss = F.cross_entropy(logits, target, weight)
(gradient,) = torch.autograd.grad(loss, logits)
print(loss.item(), gradient[0].tolist())
# --8<-- [end:surprise]

# --8<-- [start:fix]
total = F.cross_entropy(logits, target, weight, reduction="sum")
loss = total / weight[target].sum().clamp(min=1e-6)
(gradient,) = torch.autograd.grad(loss, logits)
print(loss.item(), gradient[0].abs().tolist())
# --8<-- [end:fix]
