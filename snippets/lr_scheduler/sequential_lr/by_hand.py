# --8<-- [start:parts]
import torch
from torch.optim.lr_scheduler import LinearLR, SequentialLR, StepLR

# zh: 两个调度各自从 0 数起，lr=0.8
# en: each schedule alone, counted from 0, with lr=0.8
warmup = [0.8 * (1 + t) / 4 for t in range(3)]
halving = [0.8 * 0.5 ** (t // 2) for t in range(5)]
print("warmup ", [round(lr, 6) for lr in warmup])
print("halving", halving)
# --8<-- [end:parts]

# --8<-- [start:joined]
milestone, by_hand = 3, []
for t in range(8):
    if t < milestone:
        by_hand.append(warmup[t])
    else:
        by_hand.append(halving[t - milestone])
print([round(lr, 6) for lr in by_hand])
# --8<-- [end:joined]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
parts = [
    LinearLR(optimizer, start_factor=0.25, total_iters=3),
    StepLR(optimizer, step_size=2, gamma=0.5),
]
scheduler = SequentialLR(optimizer, parts, milestones=[milestone])
lrs = []
for _ in range(8):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print([round(lr, 6) for lr in lrs])
for lr, expected in zip(lrs, by_hand, strict=True):
    assert abs(lr - expected) < 1e-12
# --8<-- [end:torch]
