# --8<-- [start:last]
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def run(build, epochs, lr=0.1):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(epochs):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


for T_max in (10, 9):
    lrs = run(lambda o, T=T_max: CosineAnnealingLR(o, T), epochs=10)
    print(f"T_max {T_max:2}  last {lrs[-1]:.4f}")
# --8<-- [end:last]

# --8<-- [start:mean]
lrs = run(lambda o: CosineAnnealingLR(o, 50), epochs=50)
mean = sum(lrs) / 50
print(f"mean {mean:.4f}")
assert abs(mean - 0.1 * (1 / 2 + 1 / (2 * 50))) < 1e-12
# --8<-- [end:mean]


# --8<-- [start:stay]
def factor(t, T_max=4):
    return (1 + math.cos(math.pi * min(t, T_max) / T_max)) / 2


lrs = run(lambda o: LambdaLR(o, factor), epochs=8)
print(*[f"{lr:.4f}" for lr in lrs])
assert lrs[4:] == [0.0] * 4
# --8<-- [end:stay]
