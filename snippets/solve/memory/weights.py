# --8<-- [start:wrong]
import torch
from torch.nn.functional import cross_entropy

torch.manual_seed(0)
logits = torch.randn(4, 2)
target = torch.tensor([0, 0, 0, 1])
weight = torch.tensor([1.0, 9.0])

full = cross_entropy(logits, target, weight)
parts = list(zip(logits.split(2), target.split(2), strict=True))
means = [cross_entropy(z, t, weight) for z, t in parts]
print(f"one batch     {full:.4f}")
print(f"mean of means {sum(means) / len(means):.4f}")
# --8<-- [end:wrong]

# --8<-- [start:right]
total = weight[target].sum()
sums = [cross_entropy(z, t, weight, reduction="sum") / total for z, t in parts]
print(f"sum / weights {sum(sums):.4f}")
# --8<-- [end:right]
