import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau

# zh: 每个小批量的损失忽高忽低，每轮的平均值却一直在降
# en: the loss of a batch goes up and down, its mean over an epoch falls
epochs = [[6.0, 2.0, 5.0, 3.0], [5.0, 1.5, 4.0, 2.5], [4.0, 1.2, 3.0, 2.0]]


def last_lr(per_iteration):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=2)
    for losses in epochs:
        for loss in losses:
            optimizer.step()
            if per_iteration:
                scheduler.step(loss)
        if not per_iteration:
            scheduler.step(sum(losses) / len(losses))
    return scheduler.get_last_lr()


print("per iteration", last_lr(per_iteration=True))
print("per epoch    ", last_lr(per_iteration=False))
