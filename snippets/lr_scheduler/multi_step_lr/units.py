# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import MultiStepLR

iterations = 100


def lr_after_one_epoch(milestones):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = MultiStepLR(optimizer, milestones)
    for _ in range(iterations):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


print(f"{lr_after_one_epoch([30, 80]):.4f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(f"{lr_after_one_epoch([30 * iterations, 80 * iterations]):.4f}")
# --8<-- [end:fix]
