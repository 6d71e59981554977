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

# --8<-- [start:same]
# zh: 只要还有一个目标没被忽略，结果就与默认的平均相同
# en: with at least one target left, it is the default mean
target = torch.tensor([-100, 2])
total = F.cross_entropy(logits, target, reduction="sum")
count = (target != -100).sum()
torch.testing.assert_close(total / count.clamp(min=1), F.cross_entropy(logits, target))
# --8<-- [end:same]

# --8<-- [start:weight]
# zh: 没有目标被忽略，但出现的类别权重都是 0
# en: no target is ignored, but the only class that occurs has weight 0
target = torch.tensor([1, 1])
weight = torch.tensor([1.0, 0.0, 2.0])
mean = F.cross_entropy(logits, target, weight)
total = F.cross_entropy(logits, target, weight, reduction="sum")
for name, loss in (
    ("mean", mean),
    ("divided", total / weight[target].sum().clamp(1e-6)),
):
    (gradient,) = torch.autograd.grad(loss, logits)
    print(name, loss.item(), [abs(g) for g in gradient[0].tolist()])
# --8<-- [end:weight]
