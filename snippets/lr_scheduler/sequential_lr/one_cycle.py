import torch
from torch.optim.lr_scheduler import LinearLR, OneCycleLR, SequentialLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(group,) = optimizer.param_groups
warmup = LinearLR(optimizer, start_factor=0.5, total_iters=5)
print(f"initial_lr {group['initial_lr']:.3f}  lr {group['lr']:.3f}")
cycle = OneCycleLR(optimizer, max_lr=0.1, total_steps=20, cycle_momentum=False)
print(f"initial_lr {group['initial_lr']:.3f}  lr {group['lr']:.3f}")
scheduler = SequentialLR(optimizer, [warmup, cycle], milestones=[5])
print(f"initial_lr {group['initial_lr']:.3f}  lr {group['lr']:.3f}")
