# --8<-- [start:torch]
import torch

from optguide import lr_scheduler

steps, base_lrs = 10_000, (0.1, 0.003)
settings = [
    # zh: 每一行：各个部分的名字与参数，然后是 milestones
    # en: each row: names and arguments of the parts, then the milestones
    (
        [
            ("LinearLR", {"start_factor": 0.01, "total_iters": 500}),
            ("CosineAnnealingLR", {"T_max": 9500, "eta_min": 1e-4}),
        ],
        [500],
    ),
    (
        [
            ("ConstantLR", {"factor": 0.1, "total_iters": 9}),
            ("ExponentialLR", {"gamma": 0.999}),
            ("StepLR", {"step_size": 70, "gamma": 0.9}),
        ],
        [9, 3000],
    ),
    (
        [
            ("LinearLR", {"total_iters": 20}),
            ("CosineAnnealingWarmRestarts", {"T_0": 100, "T_mult": 2}),
        ],
        [20],
    ),
    # zh: 里程碑 0：第一个部分一步也不走
    # en: milestone 0: the first part has no step at all
    ([("StepLR", {"step_size": 9}), ("PolynomialLR", {})], [0]),
]


def build(module, parts, milestones):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the scheduler does not warn: parameters play no part
    parts = [getattr(module, name)(optimizer, **options) for name, options in parts]
    optimizer.step()
    return optimizer, module.SequentialLR(optimizer, parts, milestones)


def run(scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


for setting in settings:
    ours = run(build(lr_scheduler, *setting)[1], steps)
    theirs = run(build(torch.optim.lr_scheduler, *setting)[1], steps)
    assert ours == theirs
print(f"{len(settings)} settings, {len(ours)} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:state_dict]
setting = (
    [("LinearLR", {"total_iters": 5}), ("CosineAnnealingLR", {"T_max": 9})],
    [5],
)
for module in (torch.optim.lr_scheduler, lr_scheduler):
    whole = run(build(module, *setting)[1], 20)
    for stop in range(20):
        old = build(module, *setting)
        before = run(old[1], stop)
        saved = [part.state_dict() for part in old]
        new = build(module, *setting)
        for part, state in zip(new, saved, strict=True):
            part.load_state_dict(state)
        assert before + run(new[1], 20 - stop) == whole
    print(f"{module.__name__.split('.')[0]}: same")
# --8<-- [end:state_dict]
