# --8<-- [start:vocabulary]
import torch
from torch import nn
from torch.nn import functional as F

# zh: 8 个句子，每句 2048 个词，词表 128000，特征 4096，float32
# en: 8 sentences of 2048 words, a vocabulary of 128000, 4096 features, float32
N, C, features = 8 * 2048, 128_000, 4096
for label, elements in (
    ("input", N * features),
    ("linear_weight", C * features),
    ("logits", N * C),
    ("chunk of 1024", 1024 * C),
):
    print(f"{label}: {elements * 4 / 2**30:.2f} GiB")
# --8<-- [end:vocabulary]

# --8<-- [start:by_yourself]
torch.manual_seed(0)
x = torch.randn(8, 4, requires_grad=True)
A = torch.randn(5, 4, requires_grad=True)
y = torch.randint(5, (8,))

# zh: 每一块算完就反向传播，它的 logits 随即释放
# en: backward after each chunk, whose logits are freed at once
for a, b in zip(x.split(2), y.split(2), strict=True):
    (F.cross_entropy(F.linear(a, A), b, reduction="sum") / len(y)).backward()
by_hand = [x.grad, A.grad]

options = nn.LinearCrossEntropyOptions(batch_chunk_size=2)
loss = F.linear_cross_entropy(x, A, y, options=options)
torch.testing.assert_close(by_hand, list(torch.autograd.grad(loss, (x, A))))
# --8<-- [end:by_yourself]
