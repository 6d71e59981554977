# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LinearLR

import optguide.lr_scheduler


def lrs(scheduler_class, total_iters):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = scheduler_class(optimizer, start_factor=0.5, total_iters=total_iters)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 4) for lr in lrs]


for total_iters in (0, 2.5):
    print(f"{total_iters:3}:", lrs(LinearLR, total_iters))
# zh: 本该从一开始就是 0.1；torch 改对之后，这一行会失败
# en: should be 0.1 from the start; this line fails once torch is mended
assert lrs(LinearLR, 0) == [0.05] * 6
# --8<-- [end:surprise]

# --8<-- [start:fix]
print("  0:", lrs(optguide.lr_scheduler.LinearLR, 0))
print("  2:", lrs(LinearLR, round(2.5)))
# --8<-- [end:fix]
