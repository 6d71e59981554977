# --8<-- [start:recursive]
import torch

lr, step_size, gamma = 0.8, 2, 0.5
by_hand = [lr]
for t in range(1, 6):
    if t % step_size == 0:
        lr = gamma * lr
    by_hand.append(lr)
print(by_hand)
# --8<-- [end:recursive]

# --8<-- [start:closed]
closed = [0.8 * gamma ** (t // step_size) for t in range(6)]
print(closed)
assert closed == by_hand
# --8<-- [end:closed]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size, gamma)
lrs = []
for _ in range(6):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(lrs)
assert lrs == by_hand
# --8<-- [end:torch]
