# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import PolynomialLR


def lrs(**arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = PolynomialLR(optimizer, **arguments)
    lrs = []
    for _ in range(5):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return " ".join(f"{lr:.2f}" for lr in lrs)


print("total_iters 2.5:", lrs(total_iters=2.5))
print("total_iters   0:", lrs(total_iters=0))
try:
    lrs(total_iters=2, power=-1.0)
except ZeroDivisionError as e:
    print("power        -1:", type(e).__name__)
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("total_iters   2:", lrs(total_iters=round(2.5)))
# --8<-- [end:fix]
