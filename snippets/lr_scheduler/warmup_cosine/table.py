import torch
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    LambdaLR,
    LinearLR,
    SequentialLR,
)


def two_parts(optimizer):
    first = LinearLR(optimizer, start_factor=0.5, total_iters=2)
    second = CosineAnnealingLR(optimizer, T_max=6)
    return SequentialLR(optimizer, [first, second], milestones=[2])


def function(optimizer):
    return LambdaLR(optimizer, lambda t: min(0.5 + t / 4, 1.0))


def lrs_used(build, halve):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = build(optimizer)
    used = []
    for t in range(4):
        if halve and t == 0:
            optimizer.param_groups[0]["lr"] /= 2
        used.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return [f"{lr:.3f}" for lr in used], scheduler.state_dict()


for build in (two_parts, function):
    for halve in (False, True):
        print(f"{build.__name__:9}", *lrs_used(build, halve)[0])
saved = lrs_used(two_parts, halve=False)[1]["_schedulers"]
print("T_max", saved[1]["T_max"])
saved = lrs_used(function, halve=False)[1]
print("lr_lambdas", saved["lr_lambdas"])
