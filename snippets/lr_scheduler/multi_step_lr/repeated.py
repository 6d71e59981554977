import torch
from torch.optim.lr_scheduler import MultiStepLR


def lrs(milestones):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = MultiStepLR(optimizer, milestones)
    lrs = []
    for _ in range(6):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in lrs]


for milestones in ([2, 4], [4, 2], [2, 2, 4]):
    print(f"{milestones!s:9}", *lrs(milestones))
# zh: torch 文档字符串里的话；改掉之后，断言会失败
# en: words of torch's docstring; the assert fails once they go
assert "Must be increasing" in MultiStepLR.__doc__
