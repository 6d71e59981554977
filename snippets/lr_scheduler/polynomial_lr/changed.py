import torch
from torch.optim.lr_scheduler import PolynomialLR


def run(changes):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.4)
    scheduler = PolynomialLR(optimizer, total_iters=4)
    lrs = []
    for t in range(8):
        if t in changes:
            optimizer.param_groups[0]["lr"] = changes[t]
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    print(*(f"{lr:.2f}" for lr in lrs))


run({})
run({2: 0.8})
run({5: 0.1})
