# --8<-- [start:first]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


def run(metrics, **options):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = ReduceLROnPlateau(optimizer, **options)
    lrs = []
    for metric in metrics:
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step(metric)
    return lrs


lrs = run([1.0] * 30)
first = next(epoch for epoch, lr in enumerate(lrs) if lr < 0.1)
print(f"epoch {first} is the first with lr {lrs[first]:.2f}")
# --8<-- [end:first]

# --8<-- [start:stop]
lrs = run([1.0] * 100, patience=3, min_lr=1e-4)
stop = next(epoch for epoch, lr in enumerate(lrs) if lr < 1.01e-4)
print(f"lr is at its floor from epoch {stop}")
# --8<-- [end:stop]
