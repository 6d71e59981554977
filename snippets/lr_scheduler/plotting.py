# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import MultiStepLR


def build():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5)
    return optimizer, MultiStepLR(optimizer, milestones=[15, 30], gamma=0.5)


def schedule(optimizer, scheduler, epochs=30):
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


optimizer, scheduler = build()
lrs = schedule(optimizer, scheduler)
print("first lr in the plot", lrs[0])
print("training starts at  ", optimizer.param_groups[0]["lr"])
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer, scheduler = build()
# zh: 画图用的是另一个优化器，用完就扔
# en: the plot has an optimizer of its own, thrown away afterwards
lrs = schedule(*build())
print("training starts at  ", optimizer.param_groups[0]["lr"])
assert optimizer.param_groups[0]["lr"] == lrs[0] == 0.5
# --8<-- [end:fix]
