# --8<-- [start:half]
import torch
from torch.optim.lr_scheduler import LambdaLR, PolynomialLR


def run(build, steps):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(steps):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


for power in (0.9, 2):
    lrs = run(lambda o, p=power: PolynomialLR(o, 100, p), 101)
    print(f"power {power:3}  at 50: {lrs[50]:.4f}")
# --8<-- [end:half]

# --8<-- [start:mean]
for power in (1, 3):
    lrs = run(lambda o, p=power: PolynomialLR(o, 1000, p), 1000)
    mean = sum(lrs) / len(lrs)
    print(f"power {power}  mean {mean:.4f}  of 0.1 / {power + 1}")
    assert abs(mean - 0.1 / (power + 1)) < 1e-4
# --8<-- [end:mean]

# --8<-- [start:floor]
low = 0.001 / 0.1
lrs = run(
    lambda o: LambdaLR(o, lambda t: low + (1 - low) * max(0, 1 - t / 50) ** 0.9),
    61,
)
print(f"at 0: {lrs[0]:.4f}  at 50: {lrs[50]:.4f}  at 60: {lrs[60]:.4f}")
# --8<-- [end:floor]
