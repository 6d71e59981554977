# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
target = torch.tensor([0, 2])
weight = torch.tensor([1.0, 2.0, 5.0])

none = F.cross_entropy(logits, target, weight, reduction="none")
print("none", [round(v, 4) for v in none.tolist()])
print(f"none.mean() {none.mean().item():.4f}")
print(f"mean {F.cross_entropy(logits, target, weight).item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:why]
# zh: 除数是选中的权重之和：目标 0 的 1，加上目标 2 的 5
# en: the divisor is the sum of the weights picked: 1 for target 0, 5 for target 2
divisor = weight[target].sum()
print(f"{none.sum().item():.4f} / {divisor.item():g}")
torch.testing.assert_close(
    none.sum() / divisor, F.cross_entropy(logits, target, weight)
)
# --8<-- [end:why]

# --8<-- [start:one_sample]
# zh: 批量大小为 1：权重乘上又除掉，值和梯度都不变
# en: batch size 1: multiplied and divided by the same weight, value and gradient
for name, w in (("no weight", None), ("weight 5", weight)):
    x = logits[1:].clone().requires_grad_()
    loss = F.cross_entropy(x, target[1:], w)
    loss.backward()
    print(f"{name}: {loss.item():.4f}", [round(g, 4) for g in x.grad[0].tolist()])

# zh: 整批都是同一类，也一样
# en: the same for a batch of one class only
same = torch.tensor([2, 2])
torch.testing.assert_close(
    F.cross_entropy(logits, same, weight), F.cross_entropy(logits, same)
)
# --8<-- [end:one_sample]

# --8<-- [start:fix]
x = logits[1:].clone().requires_grad_()
loss = F.cross_entropy(x, target[1:], weight, reduction="sum") / len(x)
loss.backward()
print(f"{loss.item():.4f}", [round(g, 4) for g in x.grad[0].tolist()])
# --8<-- [end:fix]
