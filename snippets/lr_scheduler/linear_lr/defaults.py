# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LinearLR


def lrs(**arguments):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.3)
    scheduler = LinearLR(optimizer, **arguments)
    lrs = []
    for _ in range(7):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return " ".join(f"{lr:.3f}" for lr in lrs)


print(lrs())
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs(start_factor=1.0, end_factor=0.1, total_iters=6))
# --8<-- [end:fix]
