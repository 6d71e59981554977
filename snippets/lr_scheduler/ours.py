# --8<-- [start:drive]
import torch

from optguide import lr_scheduler, optim


def schedule(scheduler_class, optimizer_class):
    w = torch.zeros(1, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.8)
    scheduler = scheduler_class(optimizer, step_size=2, gamma=0.5)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


theirs = schedule(torch.optim.lr_scheduler.StepLR, torch.optim.SGD)
for optimizer_class in (torch.optim.SGD, optim.SGD):
    ours = schedule(lr_scheduler.StepLR, optimizer_class)
    print(f"{optimizer_class.__module__}: {ours}")
    assert ours == theirs
print("same bits")
# --8<-- [end:drive]

# --8<-- [start:refuse]
try:
    schedule(torch.optim.lr_scheduler.StepLR, optim.SGD)
except TypeError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:refuse]
