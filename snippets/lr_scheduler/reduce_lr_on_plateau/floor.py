# --8<-- [start:eps]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def last_lrs(lrs, cuts, **options):
    groups = [{"params": [torch.zeros(1, requires_grad=True)], "lr": lr} for lr in lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = ReduceLROnPlateau(optimizer, patience=0, **options)
    for _ in range(cuts + 1):
        optimizer.step()
        scheduler.step(1.0)
    return [f"{lr:.1e}" for lr in scheduler.get_last_lr()]


print("default", *last_lrs([1e-6], cuts=5))
print("eps=0  ", *last_lrs([1e-6], cuts=5, eps=0.0))
# --8<-- [end:eps]

# --8<-- [start:groups]
print(*last_lrs([0.1, 0.01], cuts=5, min_lr=[1e-3, 1e-5]))
# --8<-- [end:groups]

# --8<-- [start:added]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
scheduler = ReduceLROnPlateau(optimizer, patience=0, min_lr=[1e-3])
optimizer.add_param_group({"params": [torch.zeros(1, requires_grad=True)]})
scheduler.step(1.0)
try:
    scheduler.step(1.0)
except RuntimeError as e:
    print(f"{type(e).__name__}: {str(e).partition('(')[0]}…")
scheduler.min_lrs.append(1e-5)
scheduler.step(1.0)
print(*[f"{group['lr']:.4f}" for group in optimizer.param_groups])
# --8<-- [end:added]
