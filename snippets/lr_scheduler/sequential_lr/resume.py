# --8<-- [start:wrong]
import torch
from torch.optim import lr_scheduler as theirs

from optguide import lr_scheduler as ours


def build(module, lr, last_epoch=-1):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    optimizer.param_groups[0]["initial_lr"] = 1.0
    parts = [
        module.ConstantLR(optimizer, factor=0.1, total_iters=3),
        module.ExponentialLR(optimizer, gamma=0.5),
    ]
    return optimizer, module.SequentialLR(
        optimizer, parts, milestones=[3], last_epoch=last_epoch
    )


def run(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in lrs]


meant = run(*build(theirs, lr=1.0), 8)
torch_says = run(*build(theirs, lr=0.5, last_epoch=4), 3)
ours_says = run(*build(ours, lr=0.5, last_epoch=4), 3)
print("whole run ", meant)
print("meant     ", meant[5:])
print("torch     ", torch_says)
print("optguide  ", ours_says)
assert ours_says == meant[5:]
# zh: torch 改好的那一天，这一行会失败
# en: fails on the day torch mends it
assert torch_says == [0.1, 0.05, 0.025]
# --8<-- [end:wrong]

# --8<-- [start:fix]
old = build(theirs, lr=1.0)
run(*old, 5)
saved = [part.state_dict() for part in old]
new = build(theirs, lr=1.0)
for part, state in zip(new, saved, strict=True):
    part.load_state_dict(state)
resumed = run(*new, 3)
print("loaded    ", resumed)
assert resumed == meant[5:]
# --8<-- [end:fix]
