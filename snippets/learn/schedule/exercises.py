# --8<-- [start:recall]
import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, StepLR

theta = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([theta], lr=0.1)
scheduler = StepLR(optimizer, step_size=50, gamma=0.1)
for epoch in range(100):
    if epoch in (0, 49, 50, 99):
        print(f"epoch {epoch:2}  lr {scheduler.get_last_lr()[0]:g}")
    optimizer.step()
    scheduler.step()
print(f"after {scheduler.last_epoch}  lr {scheduler.get_last_lr()[0]:g}")
# --8<-- [end:recall]

# --8<-- [start:predict]
optimizer = torch.optim.SGD([theta], lr=0.1)
scheduler = StepLR(optimizer, step_size=2, gamma=0.1)
for _ in range(2):
    optimizer.step()
    scheduler.step()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(f"get_lr {scheduler.get_lr()[0]:g}  warnings {len(caught)}")
print(f"get_last_lr {scheduler.get_last_lr()[0]:g}")
print(f"in the optimizer {optimizer.param_groups[0]['lr']:g}")
# --8<-- [end:predict]

# --8<-- [start:think]
epochs, batches = 10, 36
optimizer = torch.optim.SGD([theta], lr=0.2)
scheduler = CosineAnnealingLR(optimizer, T_max=epochs * batches)
for epoch in range(epochs):
    if epoch % 3 == 0:
        print(f"epoch {epoch}  lr {scheduler.get_last_lr()[0]:.4f}")
    for _ in range(batches):
        optimizer.step()
        scheduler.step()
print(f"end      lr {scheduler.get_last_lr()[0]:.4f}")
# --8<-- [end:think]
