import torch
from torch.optim.lr_scheduler import ExponentialLR

for gamma in (1.5, -0.5):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = ExponentialLR(optimizer, gamma)
    lrs = []
    for _ in range(4):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    print(f"gamma {gamma:4}:", *(f"{lr:.4f}" for lr in lrs))

try:
    ExponentialLR(optimizer)
except TypeError as e:
    print(f"{type(e).__name__}: missing {str(e).split()[-1]}")
