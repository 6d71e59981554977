# --8<-- [start:closed]
import torch

total_iters, power = 4, 2
rest = [1 - min(t, total_iters) / total_iters for t in range(6)]
closed = [0.8 * share**power for share in rest]
print(*(f"{lr:.2f}" for lr in closed))
# --8<-- [end:closed]

# --8<-- [start:recursive]
lr = 0.8
by_hand = [lr]
for t in range(1, 6):
    if t <= total_iters:
        left = 1 - t / total_iters
        left_before = 1 - (t - 1) / total_iters
        lr = lr * (left / left_before) ** power
    by_hand.append(lr)
print(*(f"{lr:.2f}" for lr in by_hand))
assert all(abs(a - b) < 1e-15 for a, b in zip(closed, by_hand, strict=True))
# --8<-- [end:recursive]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.PolynomialLR(optimizer, total_iters, power)
lrs = []
for _ in range(6):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*(f"{lr:.2f}" for lr in lrs))
assert all(abs(a - b) < 1e-15 for a, b in zip(lrs, by_hand, strict=True))
# --8<-- [end:torch]
