# --8<-- [start:wrong]
import torch
from torch.optim.lr_scheduler import ExponentialLR

w, v = (torch.zeros(1, requires_grad=True) for _ in range(2))
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = ExponentialLR(optimizer, gamma=0.5)
for step in range(4):
    if step == 2:
        optimizer.add_param_group({"params": [v]})
    print([group["lr"] for group in optimizer.param_groups])
    optimizer.step()
    scheduler.step()
# --8<-- [end:wrong]

# --8<-- [start:right]
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = ExponentialLR(optimizer, gamma=0.5)
for step in range(4):
    if step == 2:
        lr = optimizer.param_groups[0]["lr"]
        optimizer.add_param_group({"params": [v], "lr": lr})
    print([group["lr"] for group in optimizer.param_groups])
    optimizer.step()
    scheduler.step()
# --8<-- [end:right]
