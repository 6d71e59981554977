# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR, ExponentialLR


def two_groups():
    body, head = (torch.zeros(1, requires_grad=True) for _ in range(2))
    groups = [{"params": [body], "lr": 0.001}, {"params": [head]}]
    return torch.optim.SGD(groups, lr=0.1, momentum=0.9)


scheduler = CyclicLR(two_groups(), base_lr=0.01, max_lr=0.1)
print(scheduler.get_last_lr())
# --8<-- [end:surprise]

# --8<-- [start:fix]
scheduler = CyclicLR(two_groups(), base_lr=[0.0001, 0.01], max_lr=[0.001, 0.1])
print(scheduler.get_last_lr())
# --8<-- [end:fix]

# --8<-- [start:refused]
try:
    CyclicLR(two_groups(), base_lr=[0.01], max_lr=0.1)
except ValueError as e:
    print(str(e).replace(". ", ".\n"))
# --8<-- [end:refused]

# --8<-- [start:initial_lr]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8, momentum=0.9)
ExponentialLR(optimizer, gamma=0.5)
scheduler = CyclicLR(optimizer, 0.1, 0.3, step_size_up=2)
lrs = []
for _ in range(5):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*[f"{lr:.1f}" for lr in lrs])
assert lrs[0] == 0.8
# --8<-- [end:initial_lr]

# --8<-- [start:delete]
optimizer = torch.optim.SGD([w], lr=0.8, momentum=0.9)
ExponentialLR(optimizer, gamma=0.5)
for group in optimizer.param_groups:
    del group["initial_lr"]
scheduler = CyclicLR(optimizer, 0.1, 0.3, step_size_up=2)
print(f"{scheduler.get_last_lr()[0]:.1f}")
# --8<-- [end:delete]
