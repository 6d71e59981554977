# --8<-- [start:surprise]
import textwrap

import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


for start_factor, end_factor in ((0.0, 1.0), (0.5, 2.0)):
    try:
        LinearLR(new_optimizer(), start_factor, end_factor)
    except ValueError as e:
        print(textwrap.fill(f"{type(e).__name__}: {e}", 44))
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = new_optimizer()
scheduler = LambdaLR(optimizer, lambda t: min(1, (t + 1) / 5))
lrs = []
for _ in range(6):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*(f"{lr:.2f}" for lr in lrs))
# --8<-- [end:fix]
