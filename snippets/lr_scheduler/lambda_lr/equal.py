# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import LambdaLR

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


settings = [
    [lambda t: 1 / (1 + t)],
    [lambda t: min((t + 1) / 100, (100 / (t + 1)) ** 0.5)],
    [[lambda t: 0.999**t, lambda t: t % 2]],
]
for args in settings:
    ours = schedule(LambdaLR, *args)
    theirs = schedule(torch.optim.lr_scheduler.LambdaLR, *args)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
for (fn,) in settings:
    fns = fn if isinstance(fn, list) else [fn, fn]
    for t, lrs in enumerate(schedule(LambdaLR, fn)):
        for lr, base_lr, factor in zip(lrs, base_lrs, fns, strict=True):
            assert lr == base_lr * factor(t)
print("same bits")
# --8<-- [end:closed]
