# --8<-- [start:closed]
import torch

start_factor, end_factor, total_iters = 0.25, 1.0, 3
rise = end_factor - start_factor
factors = [start_factor + rise * min(t, total_iters) / total_iters for t in range(5)]
closed = [0.8 * f for f in factors]
print("factor", *(f"{f:.2f}" for f in factors))
print("lr    ", *(f"{lr:.2f}" for lr in closed))
# --8<-- [end:closed]

# --8<-- [start:recursive]
lr = 0.8 * start_factor
by_hand = [lr]
for t in range(1, 5):
    if t <= total_iters:
        previous = start_factor + rise * (t - 1) / total_iters
        lr = lr * (1 + rise / total_iters / previous)
    by_hand.append(lr)
print("lr    ", *(f"{lr:.2f}" for lr in by_hand))
assert all(abs(a - b) < 1e-15 for a, b in zip(closed, by_hand, strict=True))
# --8<-- [end:recursive]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.LinearLR(
    optimizer, start_factor, end_factor, total_iters
)
lrs = []
for _ in range(5):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print("lr    ", *(f"{lr:.2f}" for lr in lrs))
assert all(abs(a - b) < 1e-15 for a, b in zip(lrs, by_hand, strict=True))
# --8<-- [end:torch]
