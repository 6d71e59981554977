# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

x = torch.tensor([1.0, -1.0, -2.0, -2.0])
y = torch.tensor([1.0, 0.0, 0.0, 0.0])
three = torch.tensor([3.0])

plain = F.binary_cross_entropy_with_logits(x, y, reduction="none")
heavy = F.binary_cross_entropy_with_logits(x, y, reduction="none", pos_weight=three)
print("none", [round(v, 4) for v in plain.tolist()])
print("pos_weight 3", [round(v, 4) for v in heavy.tolist()])
# --8<-- [end:surprise]

# --8<-- [start:divisor]
# zh: 两个类别的交叉熵，权重 1 和 3：除以选中的权重之和
# en: cross entropy of two classes, weights 1 and 3: divides by the weights picked
bce = F.binary_cross_entropy_with_logits(x, y, pos_weight=three)
logits = torch.stack([torch.zeros(4), x], dim=1)
ce = F.cross_entropy(logits, y.long(), weight=torch.tensor([1.0, 3.0]))
print(f"binary {bce.item():.4f} = {heavy.sum().item():.4f} / 4")
print(f"two classes {ce.item():.4f} = {heavy.sum().item():.4f} / 6")
torch.testing.assert_close(bce, heavy.sum() / 4)
torch.testing.assert_close(ce, heavy.sum() / 6)

# zh: weight 也一样，除数总是元素个数
# en: the same with weight: the divisor is the number of elements
w = torch.tensor([3.0, 1.0, 1.0, 1.0])
torch.testing.assert_close(bce, F.binary_cross_entropy_with_logits(x, y, weight=w))
# --8<-- [end:divisor]

# --8<-- [start:fix]
# zh: 想要加权平均，就自己除
# en: for a weighted mean, divide yourself
total = F.binary_cross_entropy_with_logits(x, y, weight=w, reduction="sum")
print(f"{(total / w.sum()).item():.4f}")
torch.testing.assert_close(total / w.sum(), ce)
# --8<-- [end:fix]
