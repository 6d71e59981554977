# --8<-- [start:show]
import torch
from torch.optim.lr_scheduler import StepLR


def show(optimizer, scheduler):
    for group in optimizer.param_groups:
        print(f"lr {group['lr']:.8g}, initial_lr {group.get('initial_lr')}")
    print("scheduler.step() calls:", scheduler.last_epoch)
    print("same optimizer:", scheduler.optimizer is optimizer)


# --8<-- [end:show]

# --8<-- [start:use]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
for _ in range(65):
    optimizer.step()
    scheduler.step()
show(optimizer, scheduler)
# --8<-- [end:use]
