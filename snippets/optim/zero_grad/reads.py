# --8<-- [start:surprise]
import torch

w = torch.tensor([3.0, 4.0], requires_grad=True)
head = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w, head], lr=0.1)

(w**2).sum().backward()
optimizer.step()
optimizer.zero_grad()

try:
    print(w.grad.norm())
except AttributeError as error:
    print(type(error).__name__, error)
try:
    w.grad += 1
except TypeError as error:
    print(type(error).__name__, error)
# --8<-- [end:surprise]

# --8<-- [start:fix]
(w**2).sum().backward()
grads = [p.grad for p in (w, head) if p.grad is not None]
norm = torch.nn.utils.get_total_norm(grads)
optimizer.step()
optimizer.zero_grad()
print("norm", round(norm.item(), 4), "of", len(grads), "gradient")
# --8<-- [end:fix]

# --8<-- [start:zeros]
(w**2).sum().backward()
optimizer.zero_grad(set_to_none=False)
print("w", w.grad.tolist(), "head", head.grad)
assert head.grad is None
# --8<-- [end:zeros]
