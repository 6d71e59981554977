# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

# zh: 三个样本、三个问题；想让第一个样本算十倍
# en: three samples, three questions; the first sample should count ten times
x = torch.zeros(3, 3)
y = torch.zeros(3, 3)
w = torch.tensor([10.0, 1.0, 1.0])
print(F.binary_cross_entropy_with_logits(x, y, weight=w, reduction="none"))
# --8<-- [end:surprise]

# --8<-- [start:fix]
w = w[:, None]
print(F.binary_cross_entropy_with_logits(x, y, weight=w, reduction="none"))
# --8<-- [end:fix]
