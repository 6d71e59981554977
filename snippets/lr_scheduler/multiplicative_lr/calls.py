import torch
from torch.optim.lr_scheduler import LambdaLR, MultiplicativeLR


def calls(scheduler_class):
    seen = []

    def factor(t):
        seen.append(t)
        return 0.5

    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = scheduler_class(optimizer, factor)
    first = scheduler.get_last_lr()
    for _ in range(3):
        optimizer.step()
        scheduler.step()
    print(f"{scheduler_class.__name__:16}", seen, "first lr", *first)


calls(LambdaLR)
calls(MultiplicativeLR)
