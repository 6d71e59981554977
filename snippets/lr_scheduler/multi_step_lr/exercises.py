# --8<-- [start:last]
import torch
from torch.optim.lr_scheduler import MultiStepLR


def run(epochs, milestones, gamma=0.1):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = MultiStepLR(optimizer, milestones, gamma)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


print(f"lowest {min(run(90, [30, 60, 90])):.4f}")
# --8<-- [end:last]

# --8<-- [start:zero]
print(*(f"{lr:.3f}" for lr in run(4, [0, 2])))
# --8<-- [end:zero]

# --8<-- [start:up]
print(*(f"{lr:.3f}" for lr in run(6, [2, 4], gamma=2.0)))
# --8<-- [end:up]
