# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import OneCycleLR


def build(total_steps):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = OneCycleLR(optimizer, 1.0, total_steps, anneal_strategy="linear")
    return optimizer, scheduler


optimizer, scheduler = build(total_steps=10)
for step in range(12):
    if step >= 8:
        print(f"step {step:2}  lr {scheduler.get_last_lr()[0]:9.6f}")
    optimizer.step()
    try:
        scheduler.step()
    except ValueError as e:
        print(str(e).replace(". ", ".\n"))
        break
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer, scheduler = build(total_steps=10)
for _ in range(12):
    optimizer.step()
    if scheduler.last_epoch < scheduler.total_steps - 1:
        scheduler.step()
print(f"step {scheduler.last_epoch:2}", end="  ")
print(f"lr {scheduler.get_last_lr()[0]:9.6f}")
# --8<-- [end:fix]
