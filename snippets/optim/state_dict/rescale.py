import torch
from torch.optim.lr_scheduler import LambdaLR


def build():
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, LambdaLR(optimizer, lambda t: 1 / (t + 1))


def step(optimizer, scheduler):
    optimizer.step()
    scheduler.step()
    return scheduler.get_last_lr()[0]


optimizer, scheduler = build()
for _ in range(2):
    step(optimizer, scheduler)
saved = optimizer.state_dict(), scheduler.state_dict()

resumed, resumed_scheduler = build()
resumed.load_state_dict(saved[0])
resumed_scheduler.load_state_dict(saved[1])
factor = 3
for group in resumed.param_groups:
    group["lr"] *= factor
    group["initial_lr"] *= factor
resumed_scheduler.base_lrs = [g["initial_lr"] for g in resumed.param_groups]

for _ in range(4):
    lr = step(optimizer, scheduler)
    new = step(resumed, resumed_scheduler)
    print(f"{lr:.4f} -> {new:.4f}")
    assert abs(new - factor * lr) < 1e-12
