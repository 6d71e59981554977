# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LinearLR, PolynomialLR


def lr_at(scheduler, t):
    for _ in range(t):
        scheduler.optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


decay = LinearLR(new_optimizer(), 0.3, 0.0, total_iters=3)
lr = lr_at(decay, 3)
print("below zero:", lr < 0)
assert -1e-15 < lr < 0
try:
    torch.optim.SGD([torch.zeros(1)], lr=lr)
except ValueError as e:
    print(f"{type(e).__name__}: {str(e).split(':')[0]}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for total_iters in range(1, 51):
    decay = PolynomialLR(new_optimizer(), total_iters)
    assert lr_at(decay, total_iters) == 0
# --8<-- [end:fix]
