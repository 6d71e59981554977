# --8<-- [start:surprise]
import torch
from torch.distributions import Categorical, kl_divergence
from torch.nn import functional as F

y = torch.tensor([0.5, 0.4, 0.1])
# zh: 一个谨慎的预测，一个斩钉截铁的预测
# en: a cautious prediction and a very sure one
q = torch.tensor([[0.4, 0.3, 0.3], [0.98, 0.01, 0.01]])
for row in q:
    forward = F.kl_div(row.log(), y, reduction="sum")
    backward = F.kl_div(y.log(), row, reduction="sum")
    print(f"D(y, q) {forward.item():.4f}, D(q, y) {backward.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:books]
# zh: 教科书和 torch.distributions 先写目标
# en: textbooks and torch.distributions write the target first
for row in q:
    theirs = kl_divergence(Categorical(probs=y), Categorical(probs=row))
    torch.testing.assert_close(F.kl_div(row.log(), y, reduction="sum"), theirs)
# --8<-- [end:books]
