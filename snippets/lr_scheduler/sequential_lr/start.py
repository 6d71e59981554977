# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import (
    ExponentialLR,
    LinearLR,
    MultiplicativeLR,
    SequentialLR,
)


def lrs_used(make_second):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    parts = [
        LinearLR(optimizer, 1.0, end_factor=0.25, total_iters=2),
        make_second(optimizer),
    ]
    scheduler = SequentialLR(optimizer, parts, milestones=[3])
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in lrs]


print(lrs_used(lambda o: ExponentialLR(o, gamma=0.5)))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs_used(lambda o: MultiplicativeLR(o, lambda _: 0.5)))
# --8<-- [end:fix]
