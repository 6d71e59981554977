import torch

from optguide.lr_scheduler import CyclicLR


def build(scheduler_class):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = scheduler_class(optimizer, 0.1, 0.9, step_size_up=3, mode="triangular2")
    return optimizer, scheduler


def run(optimizer, scheduler, steps):
    history = []
    for _ in range(steps):
        (group,) = optimizer.param_groups
        history.append((group["lr"], group["momentum"]))
        optimizer.step()
        scheduler.step()
    return history


for scheduler_class in (torch.optim.lr_scheduler.CyclicLR, CyclicLR):
    whole = run(*build(scheduler_class), 12)
    for stop in range(12):
        old = build(scheduler_class)
        before = run(*old, stop)
        saved = [part.state_dict() for part in old]
        new = build(scheduler_class)
        for part, state in zip(new, saved, strict=True):
            part.load_state_dict(state)
        assert before + run(*new, 12 - stop) == whole
    print(f"{scheduler_class.__module__.split('.')[0]}: same")
