import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    ExponentialLR,
)

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
parts = [
    ConstantLR(optimizer, factor=0.1, total_iters=20),
    ExponentialLR(optimizer, gamma=0.9),
]
scheduler = ChainedScheduler(parts)
docs = ChainedScheduler.__doc__
print("epoch  lr        documentation")
for epoch in range(22):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 2, 19, 20, 21):
        (line,) = [line for line in docs.splitlines() if f"epoch == {epoch}" in line][
            :1
        ]
        says = line.split("=")[1].split()[0]
        print(f"{epoch:5}  {lr:.6f}  {says}")
        # zh: torch 改好的那一天，这一行会失败
        # en: fails on the day torch mends it
        assert abs(float(says) - lr) > 1e-3 * lr
    optimizer.step()
    scheduler.step()
