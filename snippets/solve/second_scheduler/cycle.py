# --8<-- [start:wrong]
import torch
from torch.optim.lr_scheduler import LambdaLR, OneCycleLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8, momentum=0.9)
(group,) = optimizer.param_groups
scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=10)
for _ in range(4):
    optimizer.step()
    scheduler.step()
print("initial_lr", group["initial_lr"], f"momentum {group['momentum']:.4f}")
LambdaLR(optimizer, lambda _: 1.0)
print("lr", group["lr"])
# --8<-- [end:wrong]

# --8<-- [start:right]
group["lr"], group["momentum"] = 0.8, 0.9
del group["initial_lr"]
LambdaLR(optimizer, lambda _: 1.0)
print("lr", group["lr"], "momentum", group["momentum"])
# --8<-- [end:right]
