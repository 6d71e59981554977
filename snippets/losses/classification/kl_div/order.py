# --8<-- [start:surprise]
import torch
from torch.distributions import Categorical, kl_divergence
from torch.nn import functional as F

y = torch.tensor([0.5, 0.4, 0.1])
# zh: 一个谨慎的预测，一个过于自信的预测
# en: a cautious prediction and an overconfident one
q = torch.tensor([[0.4, 0.3, 0.3], [0.98, 0.01, 0.01]])
for row in q:
    forward = F.kl_div(row.log(), y, reduction="sum")
    backward = F.kl_div(y.log(), row, reduction="sum")
    print(f"D(y, q) {forward.item():.4f}, D(q, y) {backward.item():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:books]
# zh: torch.distributions 与教科书一样，目标在前
# en: torch.distributions takes the target first, as textbooks do
for row in q:
    theirs = kl_divergence(Categorical(probs=y), Categorical(probs=row))
    torch.testing.assert_close(F.kl_div(row.log(), y, reduction="sum"), theirs)
# --8<-- [end:books]
