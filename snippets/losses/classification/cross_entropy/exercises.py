# --8<-- [start:uniform]
import torch
from torch.nn import functional as F

loss = F.cross_entropy(torch.zeros(4, 10), torch.tensor([3, 1, 4, 1]))
print(f"loss {loss.item():.4f}, exp(loss) {loss.exp().item():.4f}")
# --8<-- [end:uniform]

# --8<-- [start:one_output]
logit = torch.tensor([[-3.0], [5.0]], requires_grad=True)
target = torch.tensor([[1.0], [0.0]])
loss = F.cross_entropy(logit, target)
loss.backward()
print("cross_entropy", loss.abs().item(), logit.grad.abs().tolist())

loss = F.binary_cross_entropy_with_logits(logit, target)
print(f"binary_cross_entropy_with_logits {loss.item():.4f}")
# --8<-- [end:one_output]

# --8<-- [start:micro_batches]
logits = torch.tensor([[2.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 3.0]])
target = torch.tensor([0, 0, 1, -100])
parts = [(logits[:1], target[:1]), (logits[1:], target[1:])]

whole = F.cross_entropy(logits, target)
means = sum(F.cross_entropy(x, y) for x, y in parts) / 2
print(f"whole {whole.item():.4f}, mean of means {means.item():.4f}")

# zh: 各部分求和，最后除一次：除以全部没被忽略的目标数
# en: add up the sums, then divide once by the number of targets not ignored
total = sum(F.cross_entropy(x, y, reduction="sum") for x, y in parts)
print(f"sums {(total / (target != -100).sum()).item():.4f}")
# --8<-- [end:micro_batches]
