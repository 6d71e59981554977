# --8<-- [start:wrong]
import torch
from torch.optim.lr_scheduler import StepLR


def train(step_size, per_batch, epochs=4, batches=100):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = StepLR(optimizer, step_size, gamma=0.1)
    lrs = []
    for _ in range(epochs):
        for _ in range(batches):
            optimizer.step()
            if per_batch:
                scheduler.step()
        if not per_batch:
            scheduler.step()
        lrs.append(f"{optimizer.param_groups[0]['lr']:.0e}")
    print(*lrs, "| calls", scheduler.last_epoch)


# zh: step_size 以轮次计，却每个小批量都调用
# en: step_size counts epochs, but step() is called for every batch
train(step_size=2, per_batch=True)
# zh: step_size 以小批量计，却每轮只调用一次
# en: step_size counts batches, but step() is called once per epoch
train(step_size=200, per_batch=False)
# --8<-- [end:wrong]

# --8<-- [start:right]
train(step_size=2, per_batch=False)
train(step_size=200, per_batch=True)
# --8<-- [end:right]
