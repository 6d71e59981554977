import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

samples, batch, epochs = 6400, 16, 5


def last_lr(T_max, workers, steps_per_update=1):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, T_max=T_max)
    for _ in range(epochs * samples // (batch * workers)):
        (lr,) = scheduler.get_last_lr()
        optimizer.step()
        for _ in range(steps_per_update):
            scheduler.step()
    return lr


alone = epochs * samples // batch
print(f"1 worker,  T_max={alone}: last lr {last_lr(alone, 1):.4f}")
print(f"4 workers, T_max={alone}: last lr {last_lr(alone, 4):.4f}")
print(f"4 workers, T_max={alone // 4}:  last lr {last_lr(alone // 4, 4):.4f}")
twice = last_lr(alone // 4, 4, steps_per_update=4)
print(f"and 4 steps an update:  last lr {twice:.4f}")
