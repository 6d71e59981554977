# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
target = torch.tensor([0, 2])
one_hot = F.one_hot(target, num_classes=3).float()
weight = torch.tensor([1.0, 2.0, 5.0])

for reduction in ("none", "sum", "mean"):
    for name, y in (("indices", target), ("one-hot", one_hot)):
        loss = F.cross_entropy(logits, y, weight, reduction=reduction)
        print(reduction, name, [round(v, 4) for v in loss.flatten().tolist()])
# --8<-- [end:surprise]

# --8<-- [start:why]
total = F.cross_entropy(logits, target, weight, reduction="sum")
print(f"{(total / weight[target].sum()).item():.4f} {(total / 2).item():.4f}")
# --8<-- [end:why]

# --8<-- [start:fix]
# zh: 概率目标的加权平均：除以目标中的权重之和
# en: a weighted mean for probabilities: divide by the weight in the targets
total = F.cross_entropy(logits, one_hot, weight, reduction="sum")
mean = total / (one_hot @ weight).sum()
print(f"{mean.item():.4f}")
torch.testing.assert_close(mean, F.cross_entropy(logits, target, weight))
# --8<-- [end:fix]
