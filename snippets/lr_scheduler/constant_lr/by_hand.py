# --8<-- [start:recursive]
import torch

lr, factor, total_iters = 0.8, 0.25, 3
lr = lr * factor
by_hand = [lr]
for t in range(1, 6):
    if t == total_iters:
        lr = lr * (1 / factor)
    by_hand.append(lr)
print(by_hand)
# --8<-- [end:recursive]

# --8<-- [start:closed]
closed = [0.8 * (factor if t < total_iters else 1) for t in range(6)]
print(closed)
assert closed == by_hand
# --8<-- [end:closed]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer, factor, total_iters)
lrs = []
for _ in range(6):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
