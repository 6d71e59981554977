# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR, StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(group,) = optimizer.param_groups
first = StepLR(optimizer, step_size=1, gamma=0.5)
optimizer.step()
first.step()
print("lr", group["lr"], "initial_lr", group["initial_lr"])

second = LambdaLR(optimizer, lambda _: 1.0)
print("lr", group["lr"])
# --8<-- [end:surprise]

# --8<-- [start:fix]
group["lr"] = group["initial_lr"] = 0.05
second = LambdaLR(optimizer, lambda _: 1.0)
print("lr", group["lr"])
# --8<-- [end:fix]
