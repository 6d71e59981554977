import torch
from torch.optim.lr_scheduler import LambdaLR, StepLR


def two_groups():
    body, head = (torch.zeros(1, requires_grad=True) for _ in range(2))
    groups = [{"params": [body], "lr": 0.01}, {"params": [head], "lr": 0.1}]
    return torch.optim.SGD(groups)


def lrs(scheduler):
    for _ in range(2):
        scheduler.optimizer.step()
        scheduler.step()
    return [round(lr, 6) for lr in scheduler.get_last_lr()]


print("one factor  ", lrs(StepLR(two_groups(), step_size=1, gamma=0.5)))
# zh: 每组一个函数：第一组不动，第二组每次减半
# en: a function for each group: the first one stays, the second is halved
factors = [lambda _: 1.0, lambda t: 0.5**t]
print("one for each", lrs(LambdaLR(two_groups(), factors)))
