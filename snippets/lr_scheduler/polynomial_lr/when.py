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


line = schedule(lambda o: PolynomialLR(o, total_iters=50))
same = schedule(lambda o: LinearLR(o, 1.0, 0.0, total_iters=50))
torch.testing.assert_close(line, same)
print("PolynomialLR(50) = LinearLR(1, 0, 50)")

poly = schedule(lambda o: PolynomialLR(o, total_iters=50, power=0.9))
same = schedule(lambda o: LambdaLR(o, lambda t: max(0, 1 - t / 50) ** 0.9))
torch.testing.assert_close(poly, same)
print("PolynomialLR(50, 0.9) = LambdaLR(...)")
