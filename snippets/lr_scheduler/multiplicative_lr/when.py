import torch
from torch.optim.lr_scheduler import (
    ExponentialLR,
    MultiplicativeLR,
    StepLR,
)


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


by_product = schedule(lambda o: MultiplicativeLR(o, lambda _: 0.9))
assert by_product == schedule(lambda o: ExponentialLR(o, 0.9))
print("ExponentialLR = MultiplicativeLR")

by_product = schedule(
    lambda o: MultiplicativeLR(o, lambda t: 0.1 if t % 30 == 0 else 1.0)
)
assert by_product == schedule(lambda o: StepLR(o, 30, 0.1))
print("StepLR = MultiplicativeLR")
