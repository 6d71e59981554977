# --8<-- [start:build]
import torch
from torch.optim.lr_scheduler import StepLR

w1, w2 = (torch.zeros(1, requires_grad=True) for _ in range(2))
optimizer = torch.optim.SGD([w1], lr=0.1)
optimizer.add_param_group({"params": [w2], "lr": 0.01})
groups = optimizer.param_groups
assert all("initial_lr" not in group for group in groups)

scheduler = StepLR(optimizer, step_size=2, gamma=0.5, last_epoch=-1)
assert scheduler.optimizer is optimizer
print("initial_lr", [group["initial_lr"] for group in groups])
print("base_lrs  ", scheduler.base_lrs)
print("last_epoch", scheduler.last_epoch)
# --8<-- [end:build]

# --8<-- [start:steps]
for _ in range(3):
    optimizer.step()
    scheduler.step()
print("lr        ", [group["lr"] for group in groups])
print("base_lrs  ", scheduler.base_lrs)
print("last_epoch", scheduler.last_epoch)
# --8<-- [end:steps]

# --8<-- [start:methods]
assert scheduler.get_last_lr() == [group["lr"] for group in groups]
assert "optimizer" not in scheduler.state_dict()
print([key for key in scheduler.state_dict() if not key.startswith("_")])
assert not hasattr(scheduler, "print_lr")
# --8<-- [end:methods]
