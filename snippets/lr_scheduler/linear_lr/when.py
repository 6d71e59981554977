import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR, PolynomialLR


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(60):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return torch.tensor(lrs, dtype=torch.float64)


down = schedule(lambda o: LinearLR(o, 1.0, 0.0, 50))
torch.testing.assert_close(down, schedule(lambda o: PolynomialLR(o, 50)))
print("LinearLR(1, 0, 50) = PolynomialLR(50)")

up = schedule(lambda o: LinearLR(o, 0.1, 1.0, 50))
line = schedule(lambda o: LambdaLR(o, lambda t: min(1, 0.1 + 0.9 * t / 50)))
torch.testing.assert_close(up, line)
print("LinearLR(0.1, 1, 50) = LambdaLR(...)")
