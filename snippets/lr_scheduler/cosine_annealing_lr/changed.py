# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def used(tenth_at):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    (group,) = optimizer.param_groups
    scheduler = CosineAnnealingLR(optimizer, T_max=4, eta_min=0.1)
    lrs = []
    for epoch in range(9):
        if epoch == tenth_at:
            group["lr"] /= 10
        lrs.append(f"{group['lr']:.3f}")
        optimizer.step()
        scheduler.step()
    return lrs


print("untouched", *used(tenth_at=None))
print("at 1     ", *used(tenth_at=1))
print("at 4     ", *used(tenth_at=4))
# --8<-- [end:surprise]


# --8<-- [start:fix]
def scaled(tenth_at):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    (group,) = optimizer.param_groups
    scheduler = CosineAnnealingLR(optimizer, T_max=4, eta_min=0.1)
    lrs = []
    for epoch in range(9):
        if epoch == tenth_at:
            group["lr"] /= 10
            scheduler.base_lrs = [lr / 10 for lr in scheduler.base_lrs]
            scheduler.eta_min /= 10
        lrs.append(f"{group['lr']:.3f}")
        optimizer.step()
        scheduler.step()
    return lrs


print("at 1     ", *scaled(tenth_at=1))
print("at 4     ", *scaled(tenth_at=4))
# --8<-- [end:fix]
