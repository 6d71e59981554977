# --8<-- [start:cosine]
import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def run(steps, lr_lambda, n_groups=1):
    w = [torch.ones(1, requires_grad=True) for _ in range(n_groups)]
    optimizer = torch.optim.SGD([{"params": [p]} for p in w], lr=0.1)
    scheduler = LambdaLR(optimizer, lr_lambda)
    lrs = []
    for _ in range(steps):
        lrs.append(scheduler.get_last_lr())
        optimizer.zero_grad()
        sum(w).backward()
        optimizer.step()
        scheduler.step()
    return lrs, [f"{p.item():.2f}" for p in w]


def factor(t, warmup=10, total=100):
    if t < warmup:
        return (t + 1) / warmup
    done = min(1, (t - warmup) / (total - warmup))
    return (1 + math.cos(math.pi * done)) / 2


lrs, _ = run(111, factor)
for t in (0, 9, 10, 55, 100, 110):
    print(f"t {t:3}  lr {lrs[t][0]:.4f}")
# --8<-- [end:cosine]

# --8<-- [start:late]
head, body = lambda _: 1.0, lambda t: float(t >= 3)
_, w = run(5, [head, body], n_groups=2)
print("head", w[0], " body", w[1])
# --8<-- [end:late]

# --8<-- [start:buffer]
for frozen in (False, True):
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    scheduler = LambdaLR(optimizer, body)
    for t in range(4):
        w.requires_grad_(not frozen or t >= 3)
        before = w.item()
        optimizer.zero_grad()
        if w.requires_grad:
            w.sum().backward()
        optimizer.step()
        scheduler.step()
    print(f"frozen={frozen}: the first step moves it by {before - w.item():.3f}")
# --8<-- [end:buffer]
