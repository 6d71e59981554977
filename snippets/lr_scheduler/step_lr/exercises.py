# --8<-- [start:gamma]
import torch
from torch.optim.lr_scheduler import StepLR


def run(step_size, gamma, epochs):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = StepLR(optimizer, step_size, gamma)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


gamma = 0.01 ** (1 / 3)
lrs = run(step_size=25, gamma=gamma, epochs=100)
print(f"gamma {gamma:.4f}  first {lrs[0]:.4f}  last {lrs[-1]:.4f}")
# --8<-- [end:gamma]

# --8<-- [start:never]
lrs = run(step_size=30, gamma=0.1, epochs=30)
print("lowest", min(lrs))
# --8<-- [end:never]

# --8<-- [start:floor]
lrs = [max(lr, 1e-3) for lr in run(step_size=10, gamma=0.1, epochs=50)]
optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
scheduler = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda t: max(0.1 ** (t // 10), 1e-3 / 0.1)
)
for lr in lrs:
    assert abs(scheduler.get_last_lr()[0] - lr) < 1e-12
    optimizer.step()
    scheduler.step()
print("lowest", min(lrs))
# --8<-- [end:floor]
