import torch
from torch.optim.lr_scheduler import CyclicLR


def lrs(scale_fn, scale_mode):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = CyclicLR(
        optimizer,
        base_lr=0.1,
        max_lr=0.9,
        step_size_up=2,
        scale_fn=scale_fn,
        scale_mode=scale_mode,
    )
    lrs = []
    for _ in range(12):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [f"{lr:.2f}" for lr in lrs]


print("1 / cycle    ", *lrs(lambda c: 1 / c, "cycle"))
print("1 - 0.05 step", *lrs(lambda t: 1 - 0.05 * t, "iterations"))
