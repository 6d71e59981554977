# --8<-- [start:surprise]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def build():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    return CosineAnnealingWarmRestarts(optimizer, T_0=1, T_mult=3)


stepwise, at_once = build(), build()
for _ in range(121):
    stepwise.step()
at_once.step(121)
for name, scheduler in (("step by step", stepwise), ("step(121)", at_once)):
    T_cur, T_i = scheduler.T_cur, scheduler.T_i
    print(f"{name:13} T_cur {T_cur:2.0f}  T_i {T_i:3}", end="  ")
    print(f"lr {scheduler.get_last_lr()[0]:.1f}")
assert stepwise.get_last_lr() == [0.8]
assert at_once.get_last_lr() == [0.0]
# --8<-- [end:surprise]

# --8<-- [start:why]
print(f"log_3(243) = {math.log(243, 3):.4f}", end=", ")
print("as an integer", int(math.log(243, 3)))
# --8<-- [end:why]

# --8<-- [start:others]
for T_0, T_mult in ((10, 2), (10, 3), (1, 3), (2, 3), (1, 10)):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.8)
    stepwise = CosineAnnealingWarmRestarts(optimizer, T_0, T_mult)
    at_once = CosineAnnealingWarmRestarts(optimizer, T_0, T_mult)
    wrong = []
    for epoch in range(1200):
        at_once.step(epoch)
        if at_once.get_last_lr() != stepwise.get_last_lr():
            wrong.append(epoch)
        stepwise.step()
    print(f"T_0 {T_0:2}  T_mult {T_mult:2}  wrong at", wrong)
# --8<-- [end:others]
