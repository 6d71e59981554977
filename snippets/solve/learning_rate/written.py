# --8<-- [start:wrong]
import torch
from torch.optim.lr_scheduler import LambdaLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
optimizer.lr = 0.01
optimizer.defaults["lr"] = 0.01
print("lr in use", optimizer.param_groups[0]["lr"])
# --8<-- [end:wrong]

# --8<-- [start:right]
for group in optimizer.param_groups:
    group["lr"] = 0.01
print("lr in use", optimizer.param_groups[0]["lr"])
# --8<-- [end:right]

# --8<-- [start:undone]
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = LambdaLR(optimizer, lambda _: 1.0)
(group,) = optimizer.param_groups
group["lr"] = 0.01
print("now", group["lr"], "get_last_lr", scheduler.get_last_lr())
optimizer.step()
scheduler.step()
print("after scheduler.step()", group["lr"])
# --8<-- [end:undone]
