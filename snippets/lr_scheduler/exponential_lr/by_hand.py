# --8<-- [start:recursive]
import torch

lr, gamma = 0.8, 0.5
by_hand = [lr]
for _ in range(1, 5):
    lr = gamma * lr
    by_hand.append(lr)
print(by_hand)
# --8<-- [end:recursive]

# --8<-- [start:closed]
closed = [0.8 * gamma**t for t in range(5)]
print(closed)
assert closed == by_hand
# --8<-- [end:closed]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma)
lrs = []
for _ in range(5):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
