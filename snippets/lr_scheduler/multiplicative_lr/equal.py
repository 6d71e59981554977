# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import MultiplicativeLR

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
    [lambda _: 0.999],
    [lambda t: t / (t + 1)],
    [[lambda _: 1.0, lambda t: 0.5 if t % 1000 == 0 else 1.0]],
]
for args in settings:
    ours = schedule(MultiplicativeLR, *args)
    theirs = schedule(torch.optim.lr_scheduler.MultiplicativeLR, *args)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
products = [
    lambda t: (0.999**t, 0.999**t),
    lambda t: (1 / (t + 1), 1 / (t + 1)),
    lambda t: (1.0, 0.5 ** (t // 1000)),
]
for args, product in zip(settings, products, strict=True):
    for t, lrs in enumerate(schedule(MultiplicativeLR, *args)):
        for lr, base_lr, factor in zip(lrs, base_lrs, product(t), strict=True):
            assert abs(lr / (base_lr * factor) - 1) < 1e-12
print("relative difference below 1e-12")
# --8<-- [end:closed]
