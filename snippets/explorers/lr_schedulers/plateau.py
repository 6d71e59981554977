import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import ReduceLROnPlateau


def loss(step):
    if step <= 50:
        return max(1 - 0.03 * step, 0.4)
    return max(0.4 - 0.02 * (step - 50), 0.2)


def drops(patience):
    optimizer = SGD([torch.zeros(1)], lr=0.1)
    scheduler = ReduceLROnPlateau(
        optimizer, factor=0.5, patience=patience, threshold=0.01
    )
    lrs = [0.1]
    for step in range(100):
        scheduler.step(loss(step))
        lrs += scheduler.get_last_lr()
    return [step for step in range(1, 101) if lrs[step] < lrs[step - 1]]


for patience in (5, 29, 30):
    print(f"patience {patience}: lr halved at {drops(patience)}")
assert drops(5)[0] == 27
assert drops(29)[0] == 51
assert drops(30)[0] > 60
