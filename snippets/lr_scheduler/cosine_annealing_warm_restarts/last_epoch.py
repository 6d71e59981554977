# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def build(**kwargs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    optimizer.param_groups[0]["initial_lr"] = 0.8
    return CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2, **kwargs)


def lrs_from(scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        scheduler.step()
    return lrs


whole = lrs_from(build(), 14)
print("whole  ", *[f"{lr:.3f}" for lr in whole[6:]])
resumed = lrs_from(build(last_epoch=5), 8)
print("resumed", *[f"{lr:.3f}" for lr in resumed])
assert resumed != whole[6:]
# --8<-- [end:surprise]

# --8<-- [start:fix]
scheduler = build()
scheduler.step(6)
resumed = lrs_from(scheduler, 8)
print("resumed", *[f"{lr:.3f}" for lr in resumed])
assert resumed == whole[6:]
# --8<-- [end:fix]
