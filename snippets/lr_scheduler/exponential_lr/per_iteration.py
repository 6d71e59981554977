# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ExponentialLR

iterations = 100


def lr_after_one_epoch(gamma):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = ExponentialLR(optimizer, gamma)
    for _ in range(iterations):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


print(f"{lr_after_one_epoch(0.9):.7f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"{lr_after_one_epoch(0.9 ** (1 / iterations)):.7f}")
# --8<-- [end:fix]
