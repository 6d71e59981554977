# --8<-- [start:surprise]
from copy import deepcopy

import torch
from torch.optim.lr_scheduler import LinearLR


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)


def warmup(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=5)


def run(optimizer, scheduler, steps):
    lrs = []
    for _ in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return lrs


def show(name, lrs):
    print(f"{name:6}", *(f"{lr:.4f}" for lr in lrs))


optimizer = new_optimizer()
scheduler = warmup(optimizer)
run(optimizer, scheduler, 2)
saved = deepcopy((optimizer.state_dict(), scheduler.state_dict()))
whole = run(optimizer, scheduler, 5)
show("whole", whole)

optimizer = new_optimizer()
optimizer.load_state_dict(saved[0])
scheduler = warmup(optimizer)
scheduler.load_state_dict(saved[1])
wrong = run(optimizer, scheduler, 5)
show("wrong", wrong)
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = new_optimizer()
scheduler = warmup(optimizer)
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
right = run(optimizer, scheduler, 5)
show("right", right)
assert right == whole
# --8<-- [end:fix]
