import torch

from optguide.lr_scheduler import PolynomialLR


def build(scheduler_class):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, scheduler_class(optimizer, total_iters=6, power=0.9)


def run(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


for scheduler_class in (torch.optim.lr_scheduler.PolynomialLR, PolynomialLR):
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
