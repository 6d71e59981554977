import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ExponentialLR,
    ReduceLROnPlateau,
)

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
decay = ExponentialLR(optimizer, gamma=0.5)
plateau = ReduceLROnPlateau(optimizer, factor=0.1, patience=0)
try:
    ChainedScheduler([decay, plateau])
except ValueError as e:
    print(type(e).__name__)

used = []
for val_loss in (2.0, 1.0, 1.0, 0.5):
    used.append(round(optimizer.param_groups[0]["lr"], 6))
    optimizer.step()
    decay.step()
    plateau.step(val_loss)
print(used)
