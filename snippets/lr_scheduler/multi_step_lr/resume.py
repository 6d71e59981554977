# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import MultiStepLR


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


def stopped_after(steps):
    optimizer = new_optimizer()
    scheduler = MultiStepLR(optimizer, milestones=[3])
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
    return optimizer.state_dict(), scheduler.state_dict()


for steps in (2, 3, 4):
    saved = stopped_after(steps)[0]
    optimizer = new_optimizer()
    optimizer.load_state_dict(saved)
    MultiStepLR(optimizer, milestones=[3], last_epoch=steps - 1)
    lr = saved["param_groups"][0]["lr"]
    resumed = optimizer.param_groups[0]["lr"]
    print(f"stopped {steps}  saved {lr:.3f}  resumed {resumed:.3f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for steps in (2, 3, 4):
    saved = stopped_after(steps)
    optimizer = new_optimizer()
    scheduler = MultiStepLR(optimizer, milestones=[3])
    optimizer.load_state_dict(saved[0])
    scheduler.load_state_dict(saved[1])
    lr = saved[0]["param_groups"][0]["lr"]
    resumed = optimizer.param_groups[0]["lr"]
    print(f"stopped {steps}  saved {lr:.3f}  resumed {resumed:.3f}")
    assert resumed == lr
    assert scheduler.last_epoch == steps
# --8<-- [end:fix]
