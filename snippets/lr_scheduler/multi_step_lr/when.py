import torch
from torch.optim.lr_scheduler import MultiplicativeLR, MultiStepLR


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


factors = {2: 0.1, 4: 0.1}
lrs = schedule(lambda o: MultiplicativeLR(o, lambda t: factors.get(t, 1.0)))
assert lrs == schedule(lambda o: MultiStepLR(o, list(factors)))
print(*(f"{lr:.3f}" for lr in lrs))

factors = {2: 0.1, 4: 0.5}
lrs = schedule(lambda o: MultiplicativeLR(o, lambda t: factors.get(t, 1.0)))
print(*(f"{lr:.3f}" for lr in lrs))
