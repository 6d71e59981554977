# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import CosineAnnealingWarmRestarts

steps, base_lrs = 10_000, (0.1, 0.003)


def build(scheduler_class, *args):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    return scheduler_class(torch.optim.SGD(groups), *args)


def schedule(scheduler_class, *args):
    scheduler = build(scheduler_class, *args)
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


torchs = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts
# zh: T_0、T_mult、eta_min
# en: T_0, T_mult, eta_min
settings = [(1, 1, 0.0), (30, 1, 1e-5), (7, 2, 0.01), (20_000, 3, 0.0)]
for args in settings:
    ours = schedule(CosineAnnealingWarmRestarts, *args)
    assert ours == schedule(torchs, *args)
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:epochs]
for args in settings:
    ours = build(CosineAnnealingWarmRestarts, *args)
    theirs = build(torchs, *args)
    for k in range(10_000):
        for scheduler in (ours, theirs):
            scheduler.step(0.13 * k)
        assert ours.get_last_lr() == theirs.get_last_lr()
print("step(0.13 k), 10000 times: same bits")
# --8<-- [end:epochs]
