# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import OneCycleLR


def last_lr(pct_start, three_phase=True):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = OneCycleLR(
        optimizer,
        max_lr=1.0,
        total_steps=100,
        pct_start=pct_start,
        three_phase=three_phase,
    )
    for _ in range(99):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]


print(f"pct_start 0.3  last lr {last_lr(0.3):.6f}")
print(f"pct_start 0.7  last lr {last_lr(0.7):.6f}")
assert last_lr(0.7) > 0.04
# --8<-- [end:surprise]

# --8<-- [start:fix]
lr = last_lr(0.7, three_phase=False)
print(f"two phases     last lr {lr:.6f}")
# --8<-- [end:fix]
