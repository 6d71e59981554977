# --8<-- [start:torch]
import itertools
import math

import torch

from optguide.lr_scheduler import ReduceLROnPlateau

steps, base_lrs = 10_000, (0.1, 0.003)
metrics = [math.sin(t / 40) + 1000 / (t + 1) - 0.5 * (t > 5000) for t in range(steps)]


def build(scheduler_class, options):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    return optimizer, scheduler_class(optimizer, **options)


def run(scheduler, metrics):
    lrs = []
    for metric in metrics:
        lrs.append(scheduler.get_last_lr())
        scheduler.step(metric)
    return lrs


settings = [
    {"factor": 0.99, "patience": 3, "cooldown": 2, "min_lr": [1e-3, 1e-5]},
    {"factor": 0.5, "patience": 50, "threshold": 0.1},
    {"factor": 0.9, "mode": "max", "threshold_mode": "abs"},
    {"factor": 0.9, "patience": 0, "eps": 1e-3},
]
for options in settings:
    ours = run(build(ReduceLROnPlateau, options)[1], metrics)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau
    theirs = run(build(plateau, options)[1], metrics)
    assert ours == theirs
    cuts = sum(a != b for a, b in itertools.pairwise(ours))
    print(f"{cuts:4} cuts")
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:state_dict]
few = [5.0, 4.0, 4.0, 4.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0]
options = {"factor": 0.5, "patience": 1, "cooldown": 1}
for scheduler_class in (plateau, ReduceLROnPlateau):
    whole = run(build(scheduler_class, options)[1], few)
    for stop in range(len(few)):
        old = build(scheduler_class, options)
        before = run(old[1], few[:stop])
        saved = [part.state_dict() for part in old]
        new = build(scheduler_class, options)
        for part, state in zip(new, saved, strict=True):
            part.load_state_dict(state)
        assert before + run(new[1], few[stop:]) == whole
    print(f"{scheduler_class.__module__.split('.')[0]}: same")
# --8<-- [end:state_dict]
