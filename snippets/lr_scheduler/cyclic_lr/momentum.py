# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
(group,) = optimizer.param_groups
print("momentum", group["momentum"])
scheduler = CyclicLR(optimizer, base_lr=0.1, max_lr=0.9)
print("momentum", group["momentum"])
# --8<-- [end:surprise]

# --8<-- [start:refused]
try:
    optimizer = torch.optim.Adagrad([w], lr=0.1)
    CyclicLR(optimizer, base_lr=0.1, max_lr=0.9)
except ValueError as e:
    print(str(e).replace(" with ", "\nwith "))
# --8<-- [end:refused]

# --8<-- [start:fix]
for optimizer in (
    torch.optim.SGD([w], lr=0.1),
    torch.optim.Adagrad([w], lr=0.1),
):
    CyclicLR(optimizer, 0.1, 0.9, cycle_momentum=False)
    print(optimizer.param_groups[0].get("momentum"))
# --8<-- [end:fix]
