from copy import deepcopy

import torch
from torch.optim import lr_scheduler as lrs

MAKE = {
    "LinearLR": lambda o: lrs.LinearLR(o, start_factor=0.1),
    "ConstantLR": lambda o: lrs.ConstantLR(o, factor=0.1),
    "LambdaLR": lambda o: lrs.LambdaLR(o, lambda t: 1 / (t + 1)),
    "OneCycleLR": lambda o: lrs.OneCycleLR(o, max_lr=0.1, total_steps=20),
    "StepLR": lambda o: lrs.StepLR(o, step_size=2),
    "CosineAnnealingLR": lambda o: lrs.CosineAnnealingLR(o, T_max=10),
}


def build():
    w = torch.ones(1, requires_grad=True)
    return torch.optim.SGD([w], lr=0.1, momentum=0.9)


def lr_now_and_next(optimizer, scheduler):
    now = optimizer.param_groups[0]["lr"]
    optimizer.step()
    scheduler.step()
    return [round(now, 4), round(optimizer.param_groups[0]["lr"], 4)]


for name, make in MAKE.items():
    optimizer = build()
    scheduler = make(optimizer)
    for _ in range(2):
        optimizer.step()
        scheduler.step()
    saved = deepcopy((optimizer.state_dict(), scheduler.state_dict()))
    right = lr_now_and_next(optimizer, scheduler)

    optimizer = build()
    optimizer.load_state_dict(saved[0])
    scheduler = make(optimizer)
    scheduler.load_state_dict(deepcopy(saved[1]))
    wrong = lr_now_and_next(optimizer, scheduler)

    optimizer = build()
    scheduler = make(optimizer)
    optimizer.load_state_dict(saved[0])
    scheduler.load_state_dict(saved[1])
    assert lr_now_and_next(optimizer, scheduler) == right
    print(f"{name:17}", right, wrong)
