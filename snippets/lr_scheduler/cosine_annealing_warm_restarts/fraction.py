# --8<-- [start:fraction]
import warnings

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, StepLR


def new_optimizer():
    w = torch.zeros(1, requires_grad=True)
    return torch.optim.SGD([w], lr=0.8)


optimizer = new_optimizer()
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=2)
iterations = 4
for epoch in range(3):
    lrs = []
    for i in range(iterations):
        lrs.append(f"{optimizer.param_groups[0]['lr']:.3f}")
        optimizer.step()
        scheduler.step(epoch + (i + 1) / iterations)
    print(f"epoch {epoch}  lr", *lrs)
# --8<-- [end:fraction]

# --8<-- [start:deprecated]
for scheduler in (
    StepLR(new_optimizer(), step_size=2),
    CosineAnnealingWarmRestarts(new_optimizer(), T_0=2),
):
    scheduler.optimizer.step()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scheduler.step(1)
    print(type(scheduler).__name__, "warnings", len(caught))
# --8<-- [end:deprecated]
