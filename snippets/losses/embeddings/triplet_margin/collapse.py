# --8<-- [start:surprise]
import torch

# zh: 模型只有一个参数：整体缩放。这个三元组还很难
# en: the model has one parameter, the scale of all; the triplet is a hard one
a = torch.tensor([[0.0, 0.0]])
p = torch.tensor([[0.0, 2.0]])
n = torch.tensor([[1.0, 0.0]])
scale = torch.tensor(1.0, requires_grad=True)
loss_fn = torch.nn.TripletMarginLoss(margin=0.5)
optimizer = torch.optim.SGD([scale], lr=0.24)
for step in range(5):
    optimizer.zero_grad()
    loss = loss_fn(scale * a, scale * p, scale * n)
    print(f"step {step}: scale {scale.item():.2f}, loss {loss.item():.2f}")
    loss.backward()
    optimizer.step()
# --8<-- [end:surprise]

# --8<-- [start:point]
point = torch.ones(4, 8)
print(f"{loss_fn(point, point, point):.4f}")
# --8<-- [end:point]

# --8<-- [start:spread]
normalize = torch.nn.functional.normalize
generator = torch.Generator().manual_seed(0)
noise = torch.randn(3, 512, 64, generator=generator)
# zh: 长度为 1 的向量：方向随机，或者全部挤在一个点附近
# en: vectors of length 1: in random directions, or all close to one point
for name, vectors in (("random", noise), ("one point", 1 + 0.001 * noise)):
    vectors = normalize(vectors, dim=-1)
    loss = loss_fn(*vectors)
    spread = vectors.flatten(0, 1).var(dim=0).sum().sqrt()
    print(f"{name}: loss {loss:.2f}, spread {spread:.2f}")
# --8<-- [end:spread]

# --8<-- [start:fix]
a = torch.tensor([[2.0, 1.0]])
for scale in (1.0, 0.1, 0.01):
    loss = loss_fn(normalize(scale * a), normalize(scale * p), normalize(scale * n))
    print(f"scale {scale:g}: {loss:.4f}")
# --8<-- [end:fix]
