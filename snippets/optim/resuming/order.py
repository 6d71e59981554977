# --8<-- [start:surprise]
from copy import deepcopy

import torch
from torch.optim.lr_scheduler import LinearLR


def build():
    w = torch.ones(1, requires_grad=True)
    return torch.optim.SGD([w], lr=0.1)


def warmup(optimizer):
    return LinearLR(optimizer, start_factor=0.1, total_iters=5)


optimizer = build()
scheduler = warmup(optimizer)
for _ in range(2):
    optimizer.step()
    scheduler.step()
saved = deepcopy((optimizer.state_dict(), scheduler.state_dict()))
print("saved ", round(optimizer.param_groups[0]["lr"], 5))

optimizer = build()
optimizer.load_state_dict(saved[0])
scheduler = warmup(optimizer)
scheduler.load_state_dict(saved[1])
wrong = optimizer.param_groups[0]["lr"]
print("wrong ", round(wrong, 5))
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = build()
scheduler = warmup(optimizer)
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
right = optimizer.param_groups[0]["lr"]
print("right ", round(right, 5))
assert right == saved[0]["param_groups"][0]["lr"]
assert abs(wrong - 0.1 * right) < 1e-9
# --8<-- [end:fix]
