# --8<-- [start:torch]
import torch

from optguide import lr_scheduler

steps, base_lrs = 10_000, (0.1, 0.003)
settings = [
    [
        ("ConstantLR", {"factor": 0.1, "total_iters": 20}),
        ("ExponentialLR", {"gamma": 0.999}),
    ],
    [
        ("LinearLR", {"start_factor": 0.01, "total_iters": 500}),
        ("CosineAnnealingLR", {"T_max": 10_000}),
        ("StepLR", {"step_size": 70, "gamma": 0.99}),
    ],
    [("LambdaLR", {"lr_lambda": lambda t: 1 / (1 + t)})],
]


def build(module, parts):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    parts = [getattr(module, name)(optimizer, **options) for name, options in parts]
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the schedulers do not warn: parameters play no part
    optimizer.step()
    return optimizer, module.ChainedScheduler(parts)


def run(scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


for setting in settings:
    ours = run(build(lr_scheduler, setting)[1], steps)
    theirs = run(build(torch.optim.lr_scheduler, setting)[1], steps)
    assert ours == theirs
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:product]
for t, lrs in enumerate(run(build(lr_scheduler, settings[0])[1], steps)):
    for lr, base_lr in zip(lrs, base_lrs, strict=True):
        product = base_lr * (0.1 if t < 20 else 1.0) * 0.999**t
        assert abs(lr - product) < 1e-12 * product
print("relative difference below 1e-12")
# --8<-- [end:product]

# --8<-- [start:state_dict]
for module in (torch.optim.lr_scheduler, lr_scheduler):
    whole = run(build(module, settings[0])[1], 30)
    for stop in range(30):
        old = build(module, settings[0])
        before = run(old[1], stop)
        saved = [part.state_dict() for part in old]
        new = build(module, settings[0])
        for part, state in zip(new, saved, strict=True):
            part.load_state_dict(state)
        assert before + run(new[1], 30 - stop) == whole
    print(f"{module.__name__.split('.')[0]}: same")
# --8<-- [end:state_dict]
