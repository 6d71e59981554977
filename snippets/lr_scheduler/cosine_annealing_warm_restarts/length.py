# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def last_lr(epochs, T_0, T_mult):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingWarmRestarts(optimizer, T_0, T_mult)
    for _ in range(epochs - 1):
        optimizer.step()
        scheduler.step()
    return f"{epochs} epochs, last lr {scheduler.get_last_lr()[0]:.4f}"


print(last_lr(epochs=100, T_0=10, T_mult=2))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("ends of a fall", *[10 * (2**i - 1) for i in range(1, 6)])
print(last_lr(epochs=70, T_0=10, T_mult=2))
print(last_lr(epochs=100, T_0=25, T_mult=1))
print(last_lr(epochs=105, T_0=15, T_mult=2))
# --8<-- [end:fix]
