# --8<-- [start:torch]
import math

import torch

from optguide.lr_scheduler import CosineAnnealingLR

steps, base_lrs = 10_000, (0.1, 0.003)


def schedule(scheduler_class, T_max, eta_min):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = scheduler_class(optimizer, T_max, eta_min)
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the scheduler does not warn: parameters play no part
    optimizer.step()
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


settings = [(10_000, 0.0), (1000, 1e-5), (7, 0.01), (1, 0.0)]
for T_max, eta_min in settings:
    ours = schedule(CosineAnnealingLR, T_max, eta_min)
    theirs = schedule(torch.optim.lr_scheduler.CosineAnnealingLR, T_max, eta_min)
    assert ours == theirs
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
for T_max, eta_min in settings:
    recursive = schedule(CosineAnnealingLR, T_max, eta_min)
    for t, lrs in enumerate(recursive):
        height = 1 + math.cos(math.pi * t / T_max)
        for lr, base_lr in zip(lrs, base_lrs, strict=True):
            closed = eta_min + (base_lr - eta_min) / 2 * height
            assert abs(lr - closed) < 1e-9 * base_lr
print("difference below 1e-9 of the first lr")
# --8<-- [end:closed]
