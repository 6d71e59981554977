# --8<-- [start:recursive]
import math

import torch


def factor(t):
    return 2.0 if t == 3 else 0.5


lr = 0.8
by_hand = [lr]
for t in range(1, 6):
    lr = lr * factor(t)
    by_hand.append(lr)
print(by_hand)
# --8<-- [end:recursive]

# --8<-- [start:product]
products = [math.prod(factor(k) for k in range(1, t + 1)) for t in range(6)]
closed = [0.8 * product for product in products]
print(closed)
assert closed == by_hand
# --8<-- [end:product]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.MultiplicativeLR(optimizer, factor)
lrs = []
for _ in range(6):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
