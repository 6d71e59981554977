# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[0.3, 1.2, 0.1]])
target = torch.tensor([2])
weight = torch.tensor([1.0, 2.0, 5.0])
print(F.cross_entropy(logits, target))
print(F.cross_entropy(logits, target, weight))
# --8<-- [end:surprise]

# --8<-- [start:fix]
total = F.cross_entropy(logits, target, weight, reduction="sum")
print(total / len(logits))
# --8<-- [end:fix]

# --8<-- [start:why]
# zh: 两个样本：除数是目标的权重之和，1 + 5
# en: two samples: the divisor is the sum of the targets' weights, 1 + 5
logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]], requires_grad=True)
target = torch.tensor([0, 2])
none = F.cross_entropy(logits, target, weight, reduction="none")
mean = F.cross_entropy(logits, target, weight)
print(f"none {none[0]:.4f}, {none[1]:.4f}")
print(f"mean {mean:.4f} = {none.sum():.4f} / {weight[target].sum():g}")
torch.testing.assert_close(mean, none.sum() / weight[target].sum())

# zh: 整批都是同一类时，权重约掉，梯度也不变
# en: in a batch of one class, the weight cancels, in the gradient too
same = torch.tensor([2, 2])
losses = [F.cross_entropy(logits, same, w) for w in (None, weight)]
torch.testing.assert_close(*losses)
gradients = [torch.autograd.grad(loss, logits) for loss in losses]
torch.testing.assert_close(*gradients)
# --8<-- [end:why]
