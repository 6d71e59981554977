# --8<-- [start:one_value]
import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, 0.0, 5.0], [0.0, 1.0, 5.0]])
target = torch.tensor([0, 1])
print(F.cross_entropy(x, target, ignore_index=2))
# --8<-- [end:one_value]

# --8<-- [start:class_out]
out = torch.tensor([False, False, True])
print(F.cross_entropy(x.masked_fill(out, -torch.inf), target))
# --8<-- [end:class_out]

# --8<-- [start:gradient]
x.requires_grad_()
wrong = F.cross_entropy(x, target, ignore_index=2)
right = F.cross_entropy(x.masked_fill(out, -torch.inf), target)
for loss in (wrong, right):
    (gradient,) = torch.autograd.grad(loss, x)
    print([round(g, 4) for g in gradient[0].tolist()])
# --8<-- [end:gradient]

# --8<-- [start:several]
# zh: 忽略目标 1 和 2：先把它们都换成 -100
# en: to ignore the targets 1 and 2, replace both by -100
logits = torch.tensor([[1.0, 0.0, 2.0], [0.0, 1.0, 0.0], [3.0, 0.0, 1.0]])
target = torch.tensor([2, 1, 0])
ignored = torch.isin(target, torch.tensor([1, 2]))
loss = F.cross_entropy(logits, target.masked_fill(ignored, -100))
print(f"{loss:.4f}")
torch.testing.assert_close(loss, F.cross_entropy(logits[2:], target[2:]))
# --8<-- [end:several]
