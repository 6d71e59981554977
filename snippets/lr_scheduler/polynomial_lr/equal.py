# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import PolynomialLR

steps, base_lrs = 10_000, (0.1, 0.003)


def schedule(scheduler_class, *args):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = scheduler_class(optimizer, *args)
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the scheduler does not warn: parameters play no part
    optimizer.step()
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


settings = [(5, 1.0), (9_000, 0.9), (20_000, 2.0)]
for args in settings:
    ours = schedule(PolynomialLR, *args)
    theirs = schedule(torch.optim.lr_scheduler.PolynomialLR, *args)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
for args in settings:
    for t, lrs in enumerate(schedule(PolynomialLR, *args)):
        T, power = args
        factor = (1 - min(t, T) / T) ** power
        for lr, base_lr in zip(lrs, base_lrs, strict=True):
            assert abs(lr - base_lr * factor) < 1e-12 * base_lr
print("relative difference below 1e-12")
# --8<-- [end:closed]
