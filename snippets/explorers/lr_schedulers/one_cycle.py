# --8<-- [start:curve]
import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import OneCycleLR

optimizer = SGD([torch.zeros(1)], lr=0.5)
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=40)
lrs = scheduler.get_last_lr()
for _ in range(39):
    optimizer.step()
    scheduler.step()
    lrs += scheduler.get_last_lr()
for step in (0, 11, 39):
    print(f"step {step}: lr {lrs[step]:.2g}")
assert abs(lrs[0] - 0.1 / 25) < 1e-12
assert abs(lrs[11] - 0.1) < 1e-12
assert abs(lrs[39] - 0.1 / 25 / 10000) < 1e-12
# --8<-- [end:curve]

# --8<-- [start:over]
scheduler.step()
print(f"step 40: lr {scheduler.get_last_lr()[0]:.2g}")
try:
    scheduler.step()
except ValueError as e:
    print(type(e).__name__, e)
# --8<-- [end:over]
