# --8<-- [start:wrong]
import torch
from torch.optim import lr_scheduler as s


def rates(optimizer, scheduler, steps=4):
    lrs = []
    for _ in range(steps):
        lrs.append(f"{optimizer.param_groups[0]['lr']:.2f}")
        optimizer.step()
        scheduler.step()
    print(*lrs)


w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
rates(optimizer, s.CosineAnnealingLR(optimizer, T_max=4))
rates(optimizer, s.CosineAnnealingLR(optimizer, T_max=4))
# --8<-- [end:wrong]

# --8<-- [start:right]
optimizer = torch.optim.SGD([w], lr=0.8)
rates(optimizer, s.CosineAnnealingWarmRestarts(optimizer, T_0=4), 8)
# --8<-- [end:right]

# --8<-- [start:rises]
optimizer = torch.optim.SGD([w], lr=0.8)
rates(optimizer, s.CosineAnnealingLR(optimizer, T_max=4), 3)
rates(optimizer, s.CosineAnnealingLR(optimizer, T_max=4), 9)
# --8<-- [end:rises]
