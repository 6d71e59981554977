# --8<-- [start:three]
import torch

# zh: 平面上三个向量，两两都是不相似的一对
# en: three vectors in the plane, each two of them an unlike pair
x = torch.tensor([[1.0, 0.0], [1.0, 0.2], [1.0, -0.3]], requires_grad=True)
pairs = torch.tensor([[0, 1], [0, 2], [1, 2]], device="cpu")
loss_fn = torch.nn.CosineEmbeddingLoss(margin=-1.0)
optimizer = torch.optim.SGD([x], lr=0.3)
for _ in range(300):
    optimizer.zero_grad()
    loss = loss_fn(x[pairs[:, 0]], x[pairs[:, 1]], -torch.ones(3))
    loss.backward()
    optimizer.step()
cos = torch.nn.functional.cosine_similarity(x[pairs[:, 0]], x[pairs[:, 1]])
print("cos", [f"{c:.3f}" for c in cos.tolist()])
print(f"loss {loss:.3f}")
# --8<-- [end:three]

# --8<-- [start:gradient]
a = torch.tensor([3.0, 4.0], requires_grad=True)
b = torch.tensor([4.0, 3.0])
torch.nn.CosineEmbeddingLoss()(a, b, torch.tensor(1.0)).backward()
unit_a, unit_b = (a / a.norm()).detach(), b / b.norm()
cos = unit_a @ unit_b
formula = -(unit_b - cos * unit_a) / a.detach().norm()
print([round(g, 4) for g in formula.tolist()])
torch.testing.assert_close(a.grad, formula)
# --8<-- [end:gradient]
