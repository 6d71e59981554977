# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import MultiStepLR


def last_lr(milestones, steps):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = MultiStepLR(optimizer, milestones)
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


milestones = [0.29 * 100, 0.5 * 100]
print(milestones, f"lr {last_lr(milestones, 100):.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
milestones = [round(m) for m in milestones]
print(milestones, f"lr {last_lr(milestones, 100):.3f}")
# --8<-- [end:fix]
