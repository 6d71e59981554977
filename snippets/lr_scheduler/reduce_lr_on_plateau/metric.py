# --8<-- [start:missing]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
plateau = ReduceLROnPlateau(optimizer, factor=0.5, patience=0)
try:
    plateau.step()
except TypeError as e:
    print(f"{type(e).__name__}: {str(e).partition('.')[2]}")
# --8<-- [end:missing]

# --8<-- [start:both]
for scheduler in (plateau, StepLR(optimizer, step_size=1, gamma=0.5)):
    needs_metric = isinstance(scheduler, ReduceLROnPlateau)
    optimizer.step()
    for val_loss in (2.0, 1.0):
        scheduler.step(*[val_loss] if needs_metric else [])
    print(type(scheduler).__name__, optimizer.param_groups[0]["lr"])
# --8<-- [end:both]
