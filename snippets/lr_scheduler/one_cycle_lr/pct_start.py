# --8<-- [start:refused]
import torch
from torch.optim.lr_scheduler import OneCycleLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for pct_start in (30, 1):
    try:
        OneCycleLR(optimizer, 1.0, total_steps=10, pct_start=pct_start)
    except ValueError as e:
        print(str(e))
# --8<-- [end:refused]

# --8<-- [start:zero]
for total_steps, pct_start in ((2, 0.5), (10, 0.1), (10, 1.0)):
    try:
        scheduler = OneCycleLR(optimizer, 1.0, total_steps, pct_start=pct_start)
        for _ in range(total_steps - 1):
            optimizer.step()
            scheduler.step()
        print(total_steps, pct_start, "last", *scheduler.get_last_lr())
    except ZeroDivisionError as e:
        print(total_steps, pct_start, f"{type(e).__name__}: {e}")
# --8<-- [end:zero]
