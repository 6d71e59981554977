# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import StepLR

steps, base_lrs = 10_000, (0.1, 0.003)


def schedule(scheduler_class, step_size, gamma):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = scheduler_class(optimizer, step_size, gamma)
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the scheduler does not warn: parameters play no part
    optimizer.step()
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


settings = [(30, 0.3), (7, 0.97), (1, 0.999), (20_000, 0.1)]
for step_size, gamma in settings:
    ours = schedule(StepLR, step_size, gamma)
    theirs = schedule(torch.optim.lr_scheduler.StepLR, step_size, gamma)
    assert ours == theirs
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:closed]
for step_size, gamma in settings:
    recursive = schedule(StepLR, step_size, gamma)
    for t, lrs in enumerate(recursive):
        for lr, base_lr in zip(lrs, base_lrs, strict=True):
            closed = base_lr * gamma ** (t // step_size)
            assert abs(lr - closed) < 1e-12 * closed
print("relative difference below 1e-12")
# --8<-- [end:closed]
