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
        # zh: 2.13 的文档是错的，后来改好了
        # en: wrong in the documentation of 2.13, mended since
        wrong = abs(float(says) - lr) > 1e-3 * lr
        assert wrong == torch.__version__.startswith("2.13")
    optimizer.step()
    scheduler.step()
