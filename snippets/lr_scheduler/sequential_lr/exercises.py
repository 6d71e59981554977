# --8<-- [start:iterations]
import torch
from torch.optim.lr_scheduler import (
    ConstantLR,
    CosineAnnealingLR,
    LinearLR,
    SequentialLR,
)

epochs, iterations = 10, 50
warmup = 2 * iterations
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
parts = [
    LinearLR(optimizer, start_factor=0.01, total_iters=warmup),
    CosineAnnealingLR(optimizer, T_max=epochs * iterations - warmup),
]
scheduler = SequentialLR(optimizer, parts, milestones=[warmup])
lrs = []
for _ in range(epochs * iterations):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(f"first   {lrs[0]:.6f}")
print(f"highest {max(lrs):.6f}, in iteration {lrs.index(max(lrs))}")
print(f"last    {lrs[-1]:.6f}")
# --8<-- [end:iterations]

# --8<-- [start:plateau]
optimizer = torch.optim.SGD([w], lr=0.1)
parts = [
    LinearLR(optimizer, start_factor=0.25, total_iters=3),
    ConstantLR(optimizer, factor=1.0),
    LinearLR(optimizer, 1.0, end_factor=0.25, total_iters=3),
]
scheduler = SequentialLR(optimizer, parts, milestones=[3, 6])
lrs = []
for _ in range(10):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*[f"{lr:.3f}" for lr in lrs])
# --8<-- [end:plateau]
