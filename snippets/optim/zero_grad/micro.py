# --8<-- [start:equal]
import torch
from torch.nn.functional import mse_loss

torch.manual_seed(0)
x, y = torch.randn(8, 3), torch.randn(8)
w = torch.zeros(3, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

mse_loss(x @ w, y).backward()
full = w.grad.clone()
optimizer.zero_grad()

micro = list(zip(x.split(2), y.split(2), strict=True))
for x_i, y_i in micro:
    loss = mse_loss(x_i @ w, y_i) / len(micro)
    loss.backward()

torch.testing.assert_close(w.grad, full, rtol=1e-5, atol=1e-6)
print("full ", [round(g, 4) for g in full.tolist()])
print("micro", [round(g, 4) for g in w.grad.tolist()])
optimizer.step()
optimizer.zero_grad()
# --8<-- [end:equal]

# --8<-- [start:ragged]
# zh: 8 个样本每 3 个一份：3、3、2
# en: 8 samples, 3 at a time: 3, 3, 2
w = torch.zeros(3, requires_grad=True)
micro = list(zip(x.split(3), y.split(3), strict=True))
print("sizes", [len(y_i) for _, y_i in micro])
for x_i, y_i in micro:
    loss = mse_loss(x_i @ w, y_i) / len(micro)
    loss.backward()
print("full ", [round(g, 4) for g in full.tolist()])
print("wrong", [round(g, 4) for g in w.grad.tolist()])
assert not torch.allclose(w.grad, full, rtol=1e-2)
# --8<-- [end:ragged]

# --8<-- [start:fix]
w.grad = None
for x_i, y_i in micro:
    loss = mse_loss(x_i @ w, y_i, reduction="sum") / len(x)
    loss.backward()
print("right", [round(g, 4) for g in w.grad.tolist()])
torch.testing.assert_close(w.grad, full, rtol=1e-5, atol=1e-6)
# --8<-- [end:fix]
