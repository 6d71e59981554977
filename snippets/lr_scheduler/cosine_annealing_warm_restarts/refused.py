import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for arguments in (
    {"T_0": 0},
    {"T_0": 10, "T_mult": 0.5},
    {"T_0": 10, "T_mult": 1.5},
):
    try:
        CosineAnnealingWarmRestarts(optimizer, **arguments)
    except ValueError as e:
        print(e)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=10)
try:
    scheduler.step(-1)
except ValueError as e:
    print(e)
