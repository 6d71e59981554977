import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = ReduceLROnPlateau(optimizer)
print("get_last_lr", scheduler.get_last_lr())
try:
    scheduler.get_lr()
except NotImplementedError as e:
    print("get_lr     ", type(e).__name__)
print("base_lrs   ", hasattr(scheduler, "base_lrs"))
print("initial_lr ", "initial_lr" in optimizer.param_groups[0])
assert "initial_lr" not in optimizer.param_groups[0]
StepLR(optimizer, step_size=1)
assert "initial_lr" in optimizer.param_groups[0]
