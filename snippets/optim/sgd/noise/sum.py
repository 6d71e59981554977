# --8<-- [start:surprise]
import torch
from torch import nn

x = torch.tensor([1.0, 2.0, 3.0, 4.0])


def step(batch, reduction, lr=0.01):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    loss = nn.MSELoss(reduction=reduction)
    loss(w.expand(len(batch)), batch).backward()
    optimizer.step()
    return w.item()


for reduction in ("mean", "sum"):
    small, large = (step(batch, reduction) for batch in (x, x.repeat(8)))
    print(f"{reduction:4}: {small:.3f} {large:.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
batch = x.repeat(8)
w = step(batch, "sum", lr=0.01 / len(batch))
print(f"{w:.3f}")
assert abs(w - step(batch, "mean")) < 1e-6
# --8<-- [end:fix]
