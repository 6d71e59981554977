import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
parts = [
    LinearLR(optimizer, start_factor=0.2, total_iters=5),
    CosineAnnealingLR(optimizer, T_max=10),
]
scheduler = SequentialLR(optimizer, parts, milestones=[5])
print("epoch  lr")
for epoch in range(16):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 4, 5, 6, 14, 15):
        print(f"{epoch:5}  {lr:.4f}")
    optimizer.step()
    scheduler.step()
