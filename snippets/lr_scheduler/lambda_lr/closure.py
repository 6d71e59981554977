# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import LambdaLR


def lrs_at_2(lr_lambdas):
    groups = [{"params": [torch.zeros(1)]} for _ in lr_lambdas]
    optimizer = torch.optim.SGD(groups, lr=1.0)
    scheduler = LambdaLR(optimizer, lr_lambdas)
    for _ in range(2):
        optimizer.step()
        scheduler.step()
    return [round(lr, 4) for lr in scheduler.get_last_lr()]


gammas = [0.5, 0.9, 1.0]
print(lrs_at_2([lambda t: gamma**t for gamma in gammas]))
# --8<-- [end:surprise]

# --8<-- [start:fix]
print(lrs_at_2([lambda t, gamma=gamma: gamma**t for gamma in gammas]))
# --8<-- [end:fix]
