# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
target = torch.tensor([0, 2])
weight = torch.tensor([1.0, 2.0, 5.0])

# zh: 只取第二个样本，它的目标是第 2 类，权重为 5
# en: only the second sample: its target is class 2, with weight 5
for name, w in (("no weight", None), ("weight 5", weight)):
    x = logits[1:].clone().requires_grad_()
    loss = F.cross_entropy(x, target[1:], w)
    loss.backward()
    print(f"{name}: {loss.item():.4f}", [round(g, 4) for g in x.grad[0].tolist()])
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: 除数是两个目标的权重之和：1 + 5
# en: the divisor is the sum of the two targets' weights: 1 + 5
none = F.cross_entropy(logits, target, weight, reduction="none")
mean = F.cross_entropy(logits, target, weight)
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {mean.item():.4f}, not {none.mean().item():.4f}")
print(f"{none.sum().item():.4f} / {weight[target].sum().item():g}")
torch.testing.assert_close(mean, none.sum() / weight[target].sum())

# zh: 整批都是同一类时，权重同样约掉
# en: in a batch of one class, the weight cancels too
same = torch.tensor([2, 2])
torch.testing.assert_close(
    F.cross_entropy(logits, same, weight), F.cross_entropy(logits, same)
)
# --8<-- [end:why]

# --8<-- [start:fix]
x = logits[1:].clone().requires_grad_()
loss = F.cross_entropy(x, target[1:], weight, reduction="sum") / len(x)
loss.backward()
print(f"{loss.item():.4f}", [round(g, 4) for g in x.grad[0].tolist()])
# --8<-- [end:fix]
