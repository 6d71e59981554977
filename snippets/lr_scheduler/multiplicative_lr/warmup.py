# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR, MultiplicativeLR


def lrs(scheduler_class, lr_lambda):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scheduler = scheduler_class(optimizer, lr_lambda)
    lrs = []
    for _ in range(7):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return " ".join(f"{lr:.2f}" for lr in lrs)


def warmup(t):
    return min(1, (t + 1) / 5)


print("meant", lrs(LambdaLR, warmup))
print("got  ", lrs(MultiplicativeLR, warmup))
print("got  ", lrs(MultiplicativeLR, lambda t: 1 + t))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("ratio", lrs(MultiplicativeLR, lambda t: warmup(t) / warmup(t - 1)))
# --8<-- [end:fix]
