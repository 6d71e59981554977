# --8<-- [start:surprise]
import textwrap
import warnings

import torch
from torch.optim.lr_scheduler import StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.1)
optimizer.step()
scheduler.step()

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    (wrong,) = scheduler.get_lr()
print(f"get_lr {wrong:.3f}, in use {optimizer.param_groups[0]['lr']:.3f}")
print(textwrap.fill(str(caught[0].message), 44))
# --8<-- [end:surprise]

# --8<-- [start:fix]
(lr,) = scheduler.get_last_lr()
print(f"get_last_lr {lr:.3f}")
assert lr == optimizer.param_groups[0]["lr"]
# --8<-- [end:fix]
