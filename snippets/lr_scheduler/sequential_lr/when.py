import torch
from torch.optim.lr_scheduler import (
    ConstantLR,
    ExponentialLR,
    LambdaLR,
    SequentialLR,
)


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


def sequence(optimizer):
    parts = [
        ConstantLR(optimizer, factor=0.1, total_iters=3),
        ExponentialLR(optimizer, gamma=0.9),
    ]
    return SequentialLR(optimizer, parts, milestones=[3])


def factor(t):
    return 0.1 if t < 3 else 0.9 ** (t - 3)


one_function = schedule(lambda o: LambdaLR(o, factor))
for lr, expected in zip(schedule(sequence), one_function, strict=True):
    assert abs(lr - expected) < 1e-12
print("SequentialLR = one function in LambdaLR, up to rounding")
