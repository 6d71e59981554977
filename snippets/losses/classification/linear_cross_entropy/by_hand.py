# --8<-- [start:linear]
import torch
from torch import nn
from torch.nn import functional as F

# zh: 两个样本、两个特征；三个类别
# en: two samples, two features; three classes
x = torch.tensor([[1.0, 2.0], [0.0, -1.0]])
A = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
y = torch.tensor([2, 0])

logits = x @ A.T
print(logits.tolist())
# --8<-- [end:linear]

# --8<-- [start:loss]
none = -logits.log_softmax(dim=1)[[0, 1], y]
print("none", [round(v, 4) for v in none.tolist()])
print(f"mean {none.mean().item():.4f}")
torch.testing.assert_close(none.mean(), F.linear_cross_entropy(x, A, y))
# --8<-- [end:loss]

# --8<-- [start:chunks]
# zh: 一行一块，最后只除一次
# en: a chunk for each row, divided once at the end
total = torch.tensor(0.0)
for row, target in zip(x, y, strict=True):
    total = total + F.cross_entropy(A @ row, target)
print(f"{(total / 2).item():.4f}")
options = nn.LinearCrossEntropyOptions(batch_chunk_size=1)
loss = F.linear_cross_entropy(x, A, y, options=options)
torch.testing.assert_close(total / 2, loss)
# --8<-- [end:chunks]
