# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import OneCycleLR


def optimizer_with(*lrs):
    groups = [{"params": [torch.zeros(1, requires_grad=True)], "lr": lr} for lr in lrs]
    return torch.optim.SGD(groups, momentum=0.9)


for lr in (0.001, 5.0):
    scheduler = OneCycleLR(optimizer_with(lr), 1.0, total_steps=10)
    print(f"optimizer {lr:5}  schedule {scheduler.get_last_lr()[0]:g}")
scheduler = OneCycleLR(optimizer_with(0.001, 0.1), 1.0, total_steps=10)
print("two groups", [f"{lr:g}" for lr in scheduler.get_last_lr()])
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = optimizer_with(0.001, 0.1)
max_lr = [group["lr"] for group in optimizer.param_groups]
scheduler = OneCycleLR(optimizer, max_lr, total_steps=10)
print("two groups", [f"{lr:g}" for lr in scheduler.get_last_lr()])
# --8<-- [end:fix]
