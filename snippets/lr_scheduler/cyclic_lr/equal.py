# --8<-- [start:torch]
import torch

from optguide.lr_scheduler import CyclicLR

steps = 10_000


def schedule(scheduler_class, **arguments):
    groups = [{"params": [torch.zeros(1)]} for _ in range(2)]
    optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
    scheduler = scheduler_class(optimizer, **arguments)
    optimizer.step()
    history = []
    for _ in range(steps):
        momenta = [g["momentum"] for g in optimizer.param_groups]
        history.append((scheduler.get_last_lr(), momenta))
        scheduler.step()
    return history


two = {"base_lr": [0.1, 0.001], "max_lr": [0.9, 0.1]}
settings = [
    {"base_lr": 0.1, "max_lr": 0.9},
    {**two, "step_size_up": 30, "mode": "triangular2"},
    {**two, "step_size_up": 7, "mode": "exp_range", "gamma": 0.999},
    {**two, "step_size_up": 10, "step_size_down": 30},
    {**two, "step_size_up": 50, "scale_fn": lambda c: 1 / c},
    {**two, "step_size_up": 5, "cycle_momentum": False},
]
for arguments in settings:
    ours = schedule(CyclicLR, **arguments)
    theirs = schedule(torch.optim.lr_scheduler.CyclicLR, **arguments)
    assert ours == theirs
print(f"{len(settings)} settings, {steps} steps, 2 groups: same bits")
# --8<-- [end:torch]

# --8<-- [start:adam]
histories = []
for scheduler_class in (torch.optim.lr_scheduler.CyclicLR, CyclicLR):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.9, 0.99))
    scheduler = scheduler_class(optimizer, 0.1, 0.9, step_size_up=4)
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
