# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

epochs, iterations = 6, 10


def lr_of_each_epoch(T_max, per_iteration):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        for _ in range(iterations):
            optimizer.step()
            if per_iteration:
                scheduler.step()
        if not per_iteration:
            scheduler.step()
    return [f"{lr:.3f}" for lr in lrs]


print(*lr_of_each_epoch(T_max=epochs, per_iteration=True))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(*lr_of_each_epoch(T_max=epochs, per_iteration=False))
print(*lr_of_each_epoch(T_max=epochs * iterations, per_iteration=True))
# --8<-- [end:fix]

# --8<-- [start:zero]
try:
    lr_of_each_epoch(T_max=0, per_iteration=False)
except ZeroDivisionError as e:
    print(f"{type(e).__name__}: {e}")
# --8<-- [end:zero]
