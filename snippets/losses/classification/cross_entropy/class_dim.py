# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.zeros(2, 4, 3)
target = torch.tensor([[0, 1, 1, 0], [2, 0, 0, 1]])
try:
    F.cross_entropy(logits, target)
except RuntimeError as error:
    print(error)
# --8<-- [end:surprise]

# --8<-- [start:fix]
logits = F.one_hot(target, num_classes=3) * 8.0
moved = F.cross_entropy(logits.transpose(1, 2), target)
flat = F.cross_entropy(logits.flatten(0, 1), target.flatten())
print(f"transpose {moved.item():.4f}, flatten {flat.item():.4f}")
# --8<-- [end:fix]

# --8<-- [start:silent]
# zh: 每句 3 个词，恰好等于类别数
# en: 3 words per sentence, as many as there are classes
logits, target = logits[:, :3], target[:, :3]
print(tuple(logits.shape))
print(f"wrong {F.cross_entropy(logits, target).item():.4f}")
print(f"right {F.cross_entropy(logits.transpose(1, 2), target).item():.4f}")
# --8<-- [end:silent]
