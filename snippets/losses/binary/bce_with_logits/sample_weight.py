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


# --8<-- [start:maps]
def per_question(width, pos_weight):
    # zh: 形状 (N, C, H, W)，两个问题
    # en: shape (N, C, H, W), two questions
    x = torch.zeros(1, 2, 4, width)
    loss = F.binary_cross_entropy_with_logits(
        x, torch.ones_like(x), pos_weight=pos_weight, reduction="none"
    )
    return [round(v, 2) for v in loss.mean(dim=(0, 2, 3)).tolist()]


# zh: 第二个问题的“是”应当算十倍
# en: a "yes" to the second question should count ten times
p = torch.tensor([1.0, 10.0])
try:
    per_question(3, p)
except RuntimeError as error:
    print(str(error).partition(" at ")[0])
print("(C,)     ", per_question(2, p))
print("(C, 1, 1)", per_question(2, p[:, None, None]))
# --8<-- [end:maps]
