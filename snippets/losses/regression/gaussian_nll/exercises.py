# --8<-- [start:best]
import torch

x, y = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.5, 2.0, 1.0])
var = torch.nn.functional.mse_loss(x, y).requires_grad_()
loss = torch.nn.GaussianNLLLoss()
loss(x, y, var.expand(3)).backward()
print(f"var {var.item():.4f}, gradient {abs(var.grad.item()):.4f}")
for other in (0.9 * var, 1.1 * var):
    assert loss(x, y, other.expand(3)) > loss(x, y, var.expand(3))
# --8<-- [end:best]

# --8<-- [start:units]
var = torch.tensor([0.5, 1.0, 2.0])
metres = loss(x, y, var)
millimetres = loss(1000 * x, 1000 * y, 1000**2 * var)
print(f"m {metres:.4f}, mm {millimetres:.4f}")
difference = millimetres - metres
torch.testing.assert_close(difference, torch.tensor(1000.0).log())
print(f"difference {difference:.4f}")
# --8<-- [end:units]

# --8<-- [start:one]
torch.testing.assert_close(
    loss(x, y, torch.ones(3)), 0.5 * torch.nn.functional.mse_loss(x, y)
)
# --8<-- [end:one]
