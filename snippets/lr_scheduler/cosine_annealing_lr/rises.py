# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def last_lrs(T_max, epochs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [f"{lr:.4f}" for lr in lrs[-3:]]


print("50 epochs", *last_lrs(T_max=50, epochs=50))
print("90 epochs", *last_lrs(T_max=50, epochs=90))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("90 epochs", *last_lrs(T_max=90, epochs=90))
# --8<-- [end:fix]
