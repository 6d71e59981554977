# --8<-- [start:distance]
import torch

a = torch.tensor([[3.0, 4.0], [1.0, 0.0]])
b = torch.tensor([[4.0, 3.0], [1.0, 1.0]])
alike = torch.ones(2)
loss = torch.nn.CosineEmbeddingLoss(reduction="none")(a, b, alike)
# zh: 两个单位向量的距离的平方，是 1 - cos 的两倍
# en: the squared distance of two unit vectors is twice 1 - cos
normalize = torch.nn.functional.normalize
squared = (normalize(a) - normalize(b)).square().sum(dim=1)
torch.testing.assert_close(loss, squared / 2)
# --8<-- [end:distance]

# --8<-- [start:in_batch]
# zh: 第 i 个 a 与第 i 个 b 相似，与别的 b 都不相似
# en: the i-th a is alike the i-th b, and unlike all others
similarity = normalize(a) @ normalize(b).T
temperature = 0.1
logits = similarity / temperature
loss = torch.nn.functional.cross_entropy(logits, torch.arange(2))
print(f"{loss:.4f}")
# --8<-- [end:in_batch]
