# --8<-- [start:surprise]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
(w**2).sum().backward()

try:
    w -= 0.1 * w.grad
except RuntimeError as error:
    print(type(error).__name__, error)

w_new = w - 0.1 * w.grad
print("leaf", w_new.is_leaf)
assert w_new is not w
# --8<-- [end:surprise]

# --8<-- [start:fix]
v = w.detach().clone().requires_grad_()
(v**2).sum().backward()
torch.optim.SGD([v], lr=0.1).step()

with torch.no_grad():
    w -= 0.1 * w.grad
print("w", [round(x, 2) for x in w.tolist()], "leaf", w.is_leaf)
assert w.is_leaf
assert w.requires_grad
torch.testing.assert_close(w, v)
# --8<-- [end:fix]
