# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import OneCycleLR


def new_optimizer():
    w = torch.zeros(1, requires_grad=True)
    return torch.optim.SGD([w], lr=0.1, momentum=0.9)


def run(optimizer, scheduler, steps):
    for _ in range(steps):
        optimizer.step()
        scheduler.step()
    (group,) = optimizer.param_groups
    print(f"step {scheduler.last_epoch:2}  lr {group['lr']:.4f}", end="")
    print(f"  momentum {group['momentum']:.4f}")


optimizer = new_optimizer()
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=10)
run(optimizer, scheduler, steps=8)
saved = optimizer.state_dict(), scheduler.state_dict()

optimizer = new_optimizer()
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=20)
for part, state in zip((optimizer, scheduler), saved, strict=True):
    part.load_state_dict(state)
print("total_steps", scheduler.total_steps)
try:
    run(optimizer, scheduler, steps=12)
except ValueError as e:
    print(str(e).replace(". ", ".\n"))
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = new_optimizer()
optimizer.load_state_dict(saved[0])
done = saved[1]["last_epoch"]
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=20, last_epoch=done - 1)
run(optimizer, scheduler, steps=0)
run(optimizer, scheduler, steps=11)
# --8<-- [end:fix]
