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
def mean_of_kept(logits, target):
    total = F.cross_entropy(logits, target, reduction="sum")
    return total / (target != -100).sum().clamp(min=1)


print(mean_of_kept(logits, target).item())

# zh: 只要还有一个目标没被忽略，结果就与默认的平均相同
# en: with at least one target left, this is the default mean
some = torch.tensor([-100, 2])
torch.testing.assert_close(mean_of_kept(logits, some), F.cross_entropy(logits, some))
# --8<-- [end:fix]
