import torch
from torch.optim.lr_scheduler import (
    ExponentialLR,
    LambdaLR,
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
    return torch.tensor(lrs, dtype=torch.float64)


exponential = schedule(lambda o: ExponentialLR(o, gamma=0.9))
for build in (
    lambda o: StepLR(o, step_size=1, gamma=0.9),
    lambda o: MultiplicativeLR(o, lambda _: 0.9),
    lambda o: LambdaLR(o, lambda t: 0.9**t),
):
    torch.testing.assert_close(schedule(build), exponential)
print("all four agree")
