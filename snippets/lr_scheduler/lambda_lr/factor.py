# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR


def first_lrs(lr, lr_lambda):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    scheduler = LambdaLR(optimizer, lr_lambda)
    lrs = []
    for _ in range(3):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return " ".join(f"{lr:.6f}" for lr in lrs)


print(first_lrs(0.01, lambda t: 0.01 * 0.5**t))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(first_lrs(0.01, lambda t: 0.5**t))
print(first_lrs(1.0, lambda t: 0.01 * 0.5**t))
# --8<-- [end:fix]
