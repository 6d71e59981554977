# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import OneCycleLR

steps = 10_000


def schedule(scheduler_class, **arguments):
    groups = [{"params": [torch.zeros(1)]} for _ in range(2)]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
    arguments = {"total_steps": steps, **arguments}
    scheduler = scheduler_class(optimizer, **arguments)
    optimizer.step()
    history = []
    for _ in range(steps):
        momenta = [g["momentum"] for g in optimizer.param_groups]
        history.append((scheduler.get_last_lr(), momenta))
        scheduler.step()
    return history


settings = [
    {"max_lr": 0.5},
    {"max_lr": [0.5, 0.01], "anneal_strategy": "linear"},
    {"max_lr": [0.5, 0.01], "three_phase": True},
    {"max_lr": 0.5, "pct_start": 0.11, "div_factor": 7.0},
    {"max_lr": 0.5, "base_momentum": [0.5, 0.6]},
    {"max_lr": 0.5, "cycle_momentum": False},
]
for arguments in settings:
    ours = schedule(OneCycleLR, **arguments)
    theirs = schedule(torch.optim.lr_scheduler.OneCycleLR, **arguments)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:adam]
histories = []
for scheduler_class in (torch.optim.lr_scheduler.OneCycleLR, OneCycleLR):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.9, 0.99))
    scheduler = scheduler_class(optimizer, 0.5, 9, pct_start=5 / 9)
    optimizer.step()
    history = []
    for _ in range(9):
        beta1, beta2 = optimizer.param_groups[0]["betas"]
        assert beta2 == 0.99
        history.append(beta1)
        scheduler.step()
    histories.append(history)
print("beta1", *[f"{beta1:.3f}" for beta1 in histories[0]])
assert histories[0] == histories[1]
# --8<-- [end:adam]
