# --8<-- [start:formula]
import torch


def factor(t):
    return 1 / (1 + t)


by_hand = [0.8 * factor(t) for t in range(5)]
print(*(f"{lr:.3f}" for lr in by_hand))
# --8<-- [end:formula]

# --8<-- [start:torch]
w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
lrs = []
for _ in range(5):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*(f"{lr:.3f}" for lr in lrs))
assert lrs == by_hand
# --8<-- [end:torch]
