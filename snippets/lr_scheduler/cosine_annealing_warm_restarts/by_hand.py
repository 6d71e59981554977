# --8<-- [start:counting]
import math

import torch

eta_0, T_0, T_mult = 0.8, 2, 2
T_cur, T_i = 0, T_0
by_hand = []
for t in range(8):
    height = 1 + math.cos(math.pi * T_cur / T_i)
    by_hand.append(eta_0 / 2 * height)
    print(f"{t}  T_cur {T_cur}  T_i {T_i}  lr {by_hand[-1]:.4f}")
    T_cur += 1
    if T_cur == T_i:
        T_cur, T_i = 0, T_i * T_mult
# --8<-- [end:counting]

# --8<-- [start:closed]
closed = []
for t in range(8):
    i = 0
    while t >= T_0 * (T_mult ** (i + 1) - 1) // (T_mult - 1):
        i += 1
    start = T_0 * (T_mult**i - 1) // (T_mult - 1)
    height = 1 + math.cos(math.pi * (t - start) / (T_0 * T_mult**i))
    closed.append(eta_0 / 2 * height)
print("closed ", *[f"{lr:.4f}" for lr in closed])
assert closed == by_hand
# --8<-- [end:closed]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=eta_0)
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0, T_mult)
lrs = []
for _ in range(8):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print("torch  ", *[f"{lr:.4f}" for lr in lrs])
for lr, expected in zip(lrs, by_hand, strict=True):
    assert abs(lr - expected) < 1e-12
# --8<-- [end:torch]
