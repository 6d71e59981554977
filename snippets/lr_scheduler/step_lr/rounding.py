# --8<-- [start:surprise]
import math

import torch
from torch.optim.lr_scheduler import StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.1)
for _ in range(2):
    optimizer.step()
    scheduler.step()
(lr,) = scheduler.get_last_lr()
print("lr", lr, "equal to 0.001:", lr == 0.001)
# --8<-- [end:surprise]

# --8<-- [start:fix]
assert math.isclose(lr, 0.001)
print(f"lr {lr:g}")
# --8<-- [end:fix]
