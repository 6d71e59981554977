# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ConstantLR


def lrs(**arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.3)
    scheduler = ConstantLR(optimizer, **arguments)
    lrs = []
    for _ in range(7):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return " ".join(f"{lr:.2f}" for lr in lrs)


print(lrs())
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs(factor=1.0))
# --8<-- [end:fix]
