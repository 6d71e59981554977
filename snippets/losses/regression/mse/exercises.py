# --8<-- [start:r_squared]
import torch

input = torch.tensor([1.5, 2.0, 5.0])
target = torch.tensor([1.0, 2.0, 6.0])
mse = torch.nn.functional.mse_loss(input, target)
r_squared = 1 - mse / target.var(correction=0)
print(f"mse {mse:.4f}, R^2 {r_squared:.4f}")
# zh: 永远回答平均值的模型得 0
# en: a model that always answers the mean scores 0
constant = target.mean().expand(3)
mse = torch.nn.functional.mse_loss(constant, target)
assert (1 - mse / target.var(correction=0)).abs() < 1e-6
# --8<-- [end:r_squared]

# --8<-- [start:likelihood]
normal = torch.distributions.Normal(input, 0.5**0.5)
nll = -normal.log_prob(target)
squared = torch.nn.functional.mse_loss(input, target, reduction="none")
print("difference", [round(d, 4) for d in (nll - squared).tolist()])
torch.testing.assert_close(nll - squared, (nll - squared)[0].expand(3))
# --8<-- [end:likelihood]

# --8<-- [start:units]
metres = torch.nn.functional.mse_loss(input, target)
millimetres = torch.nn.functional.mse_loss(1000 * input, 1000 * target)
print(f"ratio {millimetres / metres:.0f}")
# --8<-- [end:units]
