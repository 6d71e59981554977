# --8<-- [start:refused]
import textwrap

import torch
from torch.optim.lr_scheduler import (
    LinearLR,
    ReduceLROnPlateau,
    SequentialLR,
)

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
warmup = LinearLR(optimizer, start_factor=0.25, total_iters=3)
plateau = ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
try:
    SequentialLR(optimizer, [warmup, plateau], milestones=[3])
except ValueError as e:
    print(textwrap.shorten(f"{type(e).__name__}: {e}", 60))
# --8<-- [end:refused]

# --8<-- [start:fix]
losses = [5.0, 4.0, 3.0, 2.0, 2.0, 2.0, 2.0, 2.0]
used = []
for epoch, val_loss in enumerate(losses):
    used.append(round(optimizer.param_groups[0]["lr"], 6))
    optimizer.step()
    if epoch < 3:
        warmup.step()
    else:
        plateau.step(val_loss)
print(used)
# --8<-- [end:fix]
