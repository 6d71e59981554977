# --8<-- [start:factors]
import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    ExponentialLR,
)

constant = [0.25 if t < 2 else 1.0 for t in range(5)]
exponential = [0.5**t for t in range(5)]
by_hand = [0.8 * f * g for f, g in zip(constant, exponential, strict=True)]
print("constant   ", constant)
print("exponential", exponential)
print("lr         ", by_hand)
# --8<-- [end:factors]

# --8<-- [start:recursive]
lr = 0.8 * constant[0] * exponential[0]
recursive = [lr]
for t in range(1, 5):
    lr *= constant[t] / constant[t - 1]
    lr *= exponential[t] / exponential[t - 1]
    recursive.append(lr)
print("lr         ", recursive)
# --8<-- [end:recursive]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
parts = [
    ConstantLR(optimizer, factor=0.25, total_iters=2),
    ExponentialLR(optimizer, gamma=0.5),
]
scheduler = ChainedScheduler(parts)
lrs = []
for _ in range(5):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print("lr         ", lrs)
assert lrs == recursive == by_hand
# --8<-- [end:torch]
