# --8<-- [start:one_step]
import torch

h = torch.tensor([1.0, 4.0]).double()
w = torch.tensor([2.0, 1.0]).double()
g = h * w
lr = torch.tensor(0.1).double().requires_grad_()
loss = (h * (w - lr * g) ** 2).sum() / 2
loss.backward()
print(f"{lr.grad.item():.4f}")
by_hand = -(g @ (h * (w - lr.detach() * g)))
print(f"{by_hand.item():.4f}")
# --8<-- [end:one_step]

# --8<-- [start:groups]
a, b = (torch.ones(1, requires_grad=True) for _ in range(2))
groups = [{"params": [a]}, {"params": [b], "maximize": True}]
optimizer = torch.optim.SGD(groups, lr=0.1)
(a * b).sum().backward()
optimizer.step()
print(f"a {a.item():.1f}, b {b.item():.1f}")
# --8<-- [end:groups]
