# --8<-- [start:models]
import copy

import torch
from torch import nn

from optguide import swa_utils as ours

theirs = torch.optim.swa_utils
decay = 0.9


def averages(module, options):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 1))
    averaged = module.AveragedModel(model, **options)
    history = []
    for _ in range(50):
        with torch.no_grad():
            for param in model.parameters():
                param += torch.randn_like(param)
        model(torch.randn(5, 3))
        averaged.update_parameters(model)
        history.append(copy.deepcopy(averaged.state_dict()))
    return history


for name in ("get_swa_avg_fn", "get_ema_avg_fn"):
    for use_buffers in (False, True):
        runs = [
            averages(
                module,
                {
                    "avg_fn": getattr(module, name)(),
                    "use_buffers": use_buffers,
                },
            )
            for module in (ours, theirs)
        ]
        for a, b in zip(*runs, strict=True):
            assert list(a) == list(b)
            assert all(torch.equal(a[key], b[key]) for key in a)
print("averages: same bits")
# --8<-- [end:models]

# --8<-- [start:bn]
inputs = list(torch.randn(40, 3).split(8))
states = []
for module in (ours, theirs):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
    module.update_bn(inputs, model)
    states.append(model.state_dict())
assert all(torch.equal(states[0][key], states[1][key]) for key in states[0])
print("update_bn: same bits")
# --8<-- [end:bn]

# --8<-- [start:swalr]
steps, base_lrs = 10_000, (0.1, 0.003)


def build(module, options):
    groups = [{"params": [torch.zeros(1)], "lr": lr} for lr in base_lrs]
    optimizer = torch.optim.SGD(groups)
    scheduler = module.SWALR(optimizer, **options)
    # zh: 只为让调度器不发出警告：学习率与参数无关
    # en: once, so that the scheduler does not warn: parameters play no part
    optimizer.step()
    return optimizer, scheduler


def run(scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        scheduler.step()
    return lrs


settings = [
    {"swa_lr": 0.05, "anneal_epochs": 10},
    {"swa_lr": [0.5, 0.01], "anneal_epochs": 9000},
    {"swa_lr": 1e-4, "anneal_epochs": 500, "anneal_strategy": "linear"},
    {"swa_lr": 0.05, "anneal_epochs": 0},
]
for options in settings:
    assert run(build(ours, options)[1], steps) == run(build(theirs, options)[1], steps)
print(f"SWALR: {len(settings)} settings, {steps} steps, 2 groups: same bits")

for module in (theirs, ours):
    whole = run(build(module, settings[0])[1], 15)
    for stop in range(15):
        old = build(module, settings[0])
        before = run(old[1], stop)
        saved = [part.state_dict() for part in old]
        new = build(module, settings[0])
        for part, state in zip(new, saved, strict=True):
            part.load_state_dict(state)
        assert before + run(new[1], 15 - stop) == whole
print("SWALR: resumed, the same")
# --8<-- [end:swalr]
