# --8<-- [start:surprise]
import torch

loss_fn = torch.nn.CosineEmbeddingLoss(reduction="none")
# zh: 第一行是填充，全是零
# en: the first row is padding, all zeros
x = torch.tensor([[0.0, 0.0], [3.0, 4.0]], requires_grad=True)
y = torch.tensor([[4.0, 3.0], [4.0, 3.0]])
alike = torch.ones(2)

loss = loss_fn(x, y, alike)
loss.sum().backward()
print("loss", [round(n, 4) for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.norm(dim=1).tolist()])
# --8<-- [end:surprise]

# --8<-- [start:tiny]
for length in (1e-4, 1e-6, 1e-8):
    tiny = length * torch.tensor([[0.6, 0.8]])
    same = loss_fn(tiny, torch.tensor([[0.6, 0.8]]), torch.ones(1))
    print(f"length {length:g}: loss {same.item():.2f}")
# --8<-- [end:tiny]

# --8<-- [start:fix]
x.grad = None
kept = (x.norm(dim=1) > 1e-3) & (y.norm(dim=1) > 1e-3)
loss = loss_fn(x[kept], y[kept], alike[kept])
loss.mean().backward()
print("loss", [round(n, 4) for n in loss.tolist()])
print("gradient", [f"{g:.4g}" for g in x.grad.norm(dim=1).tolist()])
# --8<-- [end:fix]

# --8<-- [start:half]
y = torch.tensor([1])
for length in (0.0, 100.0, 300.0):
    a = torch.tensor([[length, 0.0]], dtype=torch.float16, requires_grad=True)
    b = torch.ones(1, 2, dtype=torch.float16)
    loss = torch.nn.functional.cosine_embedding_loss(a, b, y)
    same = torch.nn.functional.cosine_embedding_loss(a.float(), b.float(), y)
    print(f"length {length:g}: float16 {loss.item():.4f}, float32 {same.item():.4f}")
# --8<-- [end:half]
