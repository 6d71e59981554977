# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 三个样本，第 1 类很少见；全都答错，损失都是 3 左右
# en: three samples, class 1 is rare; all answers are wrong and cost about 3
y = torch.tensor([[1.0, 1.0], [1.0, 0.0], [1.0, 0.0]])
x = 3 * (1 - 2 * y)
weight = torch.tensor([1.0, 10.0])

elements = F.binary_cross_entropy_with_logits(x, y, weight=weight, reduction="none")
for row in elements.tolist():
    print([round(v, 1) for v in row])
soft = F.multilabel_soft_margin_loss(x, y, weight=weight)
print(f"{soft.item():.4f}")
torch.testing.assert_close(soft, elements.sum() / 6)
# --8<-- [end:surprise]

# --8<-- [start:fix]
elements = F.binary_cross_entropy_with_logits(x, y, pos_weight=weight, reduction="none")
for row in elements.tolist():
    print([round(v, 1) for v in row])
# --8<-- [end:fix]
