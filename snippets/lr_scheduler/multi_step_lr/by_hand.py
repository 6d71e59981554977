# --8<-- [start:recursive]
import torch

lr, milestones, gamma = 0.8, [2, 3, 5], 0.5
by_hand = [lr]
for t in range(1, 7):
    if t in milestones:
        lr = gamma * lr
    by_hand.append(lr)
print(by_hand)
# --8<-- [end:recursive]

# --8<-- [start:closed]
passed = [sum(m <= t for m in milestones) for t in range(7)]
closed = [0.8 * gamma**n for n in passed]
print(passed)
print(closed)
assert closed == by_hand
# --8<-- [end:closed]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones, gamma)
lrs = []
for _ in range(7):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
