# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import ConstantLR

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


settings = [(1 / 3, 5), (0.1, 3_000), (0.5, 20_000)]
for args in settings:
    ours = schedule(ConstantLR, *args)
    theirs = schedule(torch.optim.lr_scheduler.ConstantLR, *args)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
for args in settings:
    for t, lrs in enumerate(schedule(ConstantLR, *args)):
        f, T = args
        factor = f if t < T else 1.0
        for lr, base_lr in zip(lrs, base_lrs, strict=True):
            assert abs(lr - base_lr * factor) < 1e-12 * base_lr
print("relative difference below 1e-12")
# --8<-- [end:closed]
