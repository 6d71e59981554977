import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, LambdaLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
(group,) = optimizer.param_groups
scheduler = ExponentialLR(optimizer, gamma=0.5)
for _ in range(3):
    optimizer.step()
    scheduler.step()
print("before", group["lr"], "initial_lr", group["initial_lr"])
CosineAnnealingLR(optimizer, T_max=4)
print("CosineAnnealingLR", group["lr"])
LambdaLR(optimizer, lambda t: 0.5**t)
print("LambdaLR", group["lr"])
