# --8<-- [start:backward]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

loss = (w**2).sum()
print("grad", w.grad)
loss.backward()
print("grad", w.grad.tolist())
print("w", w.tolist())
# --8<-- [end:backward]

# --8<-- [start:which]
params = optimizer.param_groups[0]["params"]
# zh: 存的是同一个张量，不是副本
# en: the very tensor, not a copy of it
assert len(params) == 1
assert params[0] is w
# --8<-- [end:which]

# --8<-- [start:step]
before, grad = w.detach().clone(), w.grad.clone()
optimizer.step()
print("w", [round(x, 4) for x in w.tolist()])
print("grad", w.grad.tolist())

torch.testing.assert_close(w.detach(), before - 0.1 * grad)
# zh: 梯度只是读了一遍，原样还在
# en: the gradient was only read, and is what it was
torch.testing.assert_close(w.grad, grad)
# --8<-- [end:step]

# --8<-- [start:decay]
small = torch.tensor([1.0], requires_grad=True)
large = torch.tensor([5.0], requires_grad=True)
small.grad = large.grad = torch.tensor([1.0])
torch.optim.SGD([small, large], lr=0.1, weight_decay=0.1).step()
print(f"{small.item() - 1:.2f} {large.item() - 5:.2f}")
# --8<-- [end:decay]
