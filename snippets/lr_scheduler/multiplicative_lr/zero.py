# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR, MultiplicativeLR


def lrs(scheduler_class, lr_lambda):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = scheduler_class(optimizer, lr_lambda)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


def pause(t):
    return 0.0 if t in (2, 3) else 1.0


print(lrs(MultiplicativeLR, pause))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs(LambdaLR, pause))
# --8<-- [end:fix]
