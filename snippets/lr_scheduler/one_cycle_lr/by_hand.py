# --8<-- [start:ends]
import math

import torch

max_lr, total_steps, pct_start = 1.0, 6, 0.5
div_factor, final_div_factor = 10, 10
initial_lr = max_lr / div_factor
min_lr = initial_lr / final_div_factor
up, last = pct_start * total_steps - 1, total_steps - 1
print(f"initial {initial_lr:.2f}  max {max_lr:.2f}  min {min_lr:.2f}")
print(f"phases end at steps {up:.0f} and {last}")
# --8<-- [end:ends]

# --8<-- [start:phases]
by_hand = {"linear": [], "cos": []}
for t in range(total_steps):
    if t <= up:
        start, end, part = initial_lr, max_lr, t / up
    else:
        start, end, part = max_lr, min_lr, (t - up) / (last - up)
    by_hand["linear"].append(start + (end - start) * part)
    slow = (1 - math.cos(math.pi * part)) / 2
    by_hand["cos"].append(start + (end - start) * slow)
for strategy, lrs in by_hand.items():
    print(f"{strategy:6}", *[f"{lr:.4f}" for lr in lrs])
# --8<-- [end:phases]

# --8<-- [start:torch]
for strategy, expected in by_hand.items():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        max_lr,
        total_steps,
        pct_start=pct_start,
        anneal_strategy=strategy,
        div_factor=div_factor,
        final_div_factor=final_div_factor,
    )
    lrs = []
    for _ in range(total_steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    print(f"{strategy:6}", *[f"{lr:.4f}" for lr in lrs])
    for a, b in zip(lrs, expected, strict=True):
        assert abs(a - b) < 1e-12
# --8<-- [end:torch]
