# --8<-- [start:by_hand]
import math

import torch

losses = [5.0, 4.0, 4.5, 4.2, 3.0, 3.1, 3.2, 3.3]
patience, factor = 1, 0.5
lr, best, bad = 0.8, math.inf, 0
by_hand = []
for loss in losses:
    if loss < best * (1 - 1e-4):
        best, bad = loss, 0
    else:
        bad += 1
    if bad > patience:
        lr, bad = lr * factor, 0
    by_hand.append(lr)
    print(f"loss {loss}  best {best}  bad {bad}  lr {lr}")
# --8<-- [end:by_hand]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
    optimizer, factor=factor, patience=patience
)
lrs = []
for loss in losses:
    optimizer.step()
    scheduler.step(loss)
    lrs += scheduler.get_last_lr()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
