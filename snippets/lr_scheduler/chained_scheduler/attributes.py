import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    ExponentialLR,
)

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
parts = [
    ConstantLR(optimizer, factor=0.25, total_iters=2),
    ExponentialLR(optimizer, gamma=0.5),
]
scheduler = ChainedScheduler(parts)
optimizer.step()
scheduler.step()
print("chain ", scheduler.get_last_lr())
print("in use", [optimizer.param_groups[0]["lr"]])
print("parts ", *[part.get_last_lr() for part in parts])
for name in ("last_epoch", "base_lrs"):
    print(f"{name:10}", hasattr(scheduler, name), hasattr(parts[0], name))
