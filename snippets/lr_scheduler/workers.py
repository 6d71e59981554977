# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

# zh: 两个工作进程，各有四轮的验证损失，取自各自的那一半数据
# en: two workers, each with the losses of its half of the validation set
local_losses = [[3.0, 2.0, 1.8, 1.5], [3.0, 2.1, 2.2, 2.3]]


def final_lrs(losses):
    lrs = []
    for worker_losses in losses:
        w = torch.zeros(1, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=0.8)
        scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
        for loss in worker_losses:
            optimizer.step()
            scheduler.step(loss)
        lrs += scheduler.get_last_lr()
    return lrs


print(final_lrs(local_losses))
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 训练中用 torch.distributed.all_reduce 求平均
# en: in a training, torch.distributed.all_reduce takes the mean
mean = [sum(pair) / 2 for pair in zip(*local_losses, strict=True)]
print(final_lrs([mean, mean]))
# --8<-- [end:fix]
