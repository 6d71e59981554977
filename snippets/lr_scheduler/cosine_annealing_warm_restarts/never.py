# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def last_of_the_fall(T_0):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingWarmRestarts(optimizer, T_0, eta_min=0.001)
    lrs = []
    for _ in range(T_0 + 1):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return f"{lrs[-2]:.5f}, then {lrs[-1]:.5f}"


print("T_0 4   ", last_of_the_fall(4))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("T_0 400 ", last_of_the_fall(400))
# --8<-- [end:fix]
