import torch

from optguide.lr_scheduler import LambdaLR
from optguide.optim import SGD


# zh: w^4 / 4：起点 3 处很陡，越靠近 0 越平
# en: w^4 / 4: steep where it starts, at 3, and flat near 0
def loss_after(steps, lr, warmup):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = SGD([w], lr=lr)
    scheduler = LambdaLR(optimizer, lambda t: min(1.0, (t + 1) / warmup))
    for _ in range(steps):
        optimizer.zero_grad()
        (w**4 / 4).backward()
        optimizer.step()
        scheduler.step()
    return (w**4 / 4).item()


print("lr   warmup 1  warmup 10")
for lr in (0.1, 0.2, 0.4, 0.8):
    losses = [loss_after(20, lr, warmup) for warmup in (1, 10)]
    print(lr, *[f"{loss:9.5f}" for loss in losses])
