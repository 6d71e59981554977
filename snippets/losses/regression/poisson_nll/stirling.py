# --8<-- [start:full]
import torch

y = torch.tensor([0, 1, 2, 3, 5, 10, 100], dtype=torch.float64)
x = torch.ones_like(y)
loss = torch.nn.PoissonNLLLoss(reduction="none")
full = torch.nn.PoissonNLLLoss(full=True, reduction="none")
added = (full(x, y) - loss(x, y)).abs()
exact = torch.lgamma(y + 1)
for row in zip(y.tolist(), added.tolist(), exact.tolist(), strict=True):
    print("y {:g}: added {:.4f}, log y! {:.4f}".format(*row))
# --8<-- [end:full]

# --8<-- [start:exact]
poisson = torch.distributions.Poisson(x.exp())
torch.testing.assert_close(loss(x, y) + exact, -poisson.log_prob(y))
worst = (full(x, y) + poisson.log_prob(y)).abs().max()
print(f"full differs by up to {worst:.4f}")
# --8<-- [end:exact]
