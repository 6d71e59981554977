# --8<-- [start:inverse]
import torch
from torch.optim.lr_scheduler import MultiplicativeLR, StepLR


def run(steps, *build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    schedulers = [b(optimizer) for b in build]
    lrs = []
    for _ in range(steps):
        lrs.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        for scheduler in schedulers:
            scheduler.step()
    return lrs


lrs = run(5, lambda o: MultiplicativeLR(o, lambda t: t / (t + 1)))
print(*(f"{lr:.4f}" for lr in lrs))
assert all(abs(lr - 0.1 / (t + 1)) < 1e-15 for t, lr in enumerate(lrs))
# --8<-- [end:inverse]

# --8<-- [start:on_top]
lrs = run(
    7,
    lambda o: StepLR(o, step_size=3, gamma=0.1),
    lambda o: MultiplicativeLR(o, lambda t: 2.0 if t == 4 else 1.0),
)
print(*(f"{lr:.4f}" for lr in lrs))
# --8<-- [end:on_top]
