# --8<-- [start:surprise]
import torch
from torch.nn import functional as F

logits = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.2, 0.1]])
q = torch.tensor([[0.8, 0.1, 0.1], [0.2, 0.2, 0.6]])
try:
    F.cross_entropy(logits, q, ignore_index=0)
except RuntimeError as error:
    print(error)
# zh: 负数不报错，也不起作用
# en: a negative value raises no error and has no effect
assert F.cross_entropy(logits, q, ignore_index=-1) == F.cross_entropy(logits, q)
# --8<-- [end:surprise]

# --8<-- [start:zeros]
# zh: 第二行填 0：损失为 0，但仍占一个样本
# en: the second row is all zeros: its loss is 0, but it still counts as a sample
padded = q.clone()
padded[1] = 0
none = F.cross_entropy(logits, padded, reduction="none")
print("none", [abs(round(v, 4)) for v in none.tolist()])
print(f"mean {F.cross_entropy(logits, padded).item():.4f}")
# --8<-- [end:zeros]

# --8<-- [start:fix]
kept = torch.tensor([True, False])
loss = F.cross_entropy(logits[kept], q[kept])
print(f"{loss.item():.4f}")
torch.testing.assert_close(loss, 2 * F.cross_entropy(logits, padded))
# --8<-- [end:fix]
