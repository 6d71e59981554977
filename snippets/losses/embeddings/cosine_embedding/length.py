# --8<-- [start:surprise]
import torch

loss_fn = torch.nn.CosineEmbeddingLoss()
alike = torch.ones(1)
for scale in (0.1, 1.0, 10.0):
    x = (scale * torch.tensor([[3.0, 4.0]])).requires_grad_()
    loss = loss_fn(x, torch.tensor([[4.0, 3.0]]), alike)
    loss.backward()
    print(f"length {x.norm():g}: loss {loss:.4f}, gradient {x.grad.norm():.4f}")
# --8<-- [end:surprise]

# --8<-- [start:grows]
x = torch.tensor([[0.3, 0.4]], requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.5)
for step in range(4):
    optimizer.zero_grad()
    loss = loss_fn(x, torch.tensor([[4.0, 3.0]]), alike)
    print(f"step {step}: length {x.norm():.3f}, loss {loss:.4f}")
    loss.backward()
    optimizer.step()
# --8<-- [end:grows]

# --8<-- [start:fix]
with torch.no_grad():
    x.copy_(torch.nn.functional.normalize(x))
print(f"length {x.norm():.3f}")
# --8<-- [end:fix]
