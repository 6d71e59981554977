# --8<-- [start:fixed_step]
import torch
from torch.nn import functional as F

x = torch.tensor(0.25, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.1)
path = []
for _ in range(6):
    optimizer.zero_grad()
    F.l1_loss(x, torch.tensor(0.0)).backward()
    optimizer.step()
    path.append(round(x.item(), 2))
print(path)
# --8<-- [end:fixed_step]

# --8<-- [start:smooth]
x = torch.tensor(0.25, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=0.1)
path = []
for _ in range(6):
    optimizer.zero_grad()
    F.smooth_l1_loss(x, torch.tensor(0.0), beta=0.2).backward()
    optimizer.step()
    path.append(round(x.item(), 3))
print(path)
# --8<-- [end:smooth]

# --8<-- [start:corner]
input = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
F.l1_loss(input, torch.zeros(3), reduction="sum").backward()
print(input.grad.tolist())
# --8<-- [end:corner]
