# --8<-- [start:late]
import warnings

import torch
from torch.optim.lr_scheduler import ExponentialLR

w = torch.zeros(1, requires_grad=True)
w.grad = torch.ones(1)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = ExponentialLR(optimizer, gamma=0.5)
(group,) = optimizer.param_groups

for _ in range(3):
    before, old = group["lr"], w.item()
    optimizer.step()
    moved = old - w.item()
    scheduler.step()
    print(f"used {moved:.1f}, before {before:.1f}, after {group['lr']:.1f}")
    assert abs(moved - before) < 1e-6
# --8<-- [end:late]

# --8<-- [start:get_lr]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print("get_lr     ", scheduler.get_lr()[0])
print("get_last_lr", scheduler.get_last_lr()[0])
print("in use     ", group["lr"])
assert "get_last_lr()" in str(caught[0].message)
# --8<-- [end:get_lr]
