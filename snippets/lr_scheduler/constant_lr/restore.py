# --8<-- [start:rounding]
import torch
from torch.optim.lr_scheduler import ConstantLR


def build(lr, factor):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    return optimizer, ConstantLR(optimizer, factor, total_iters=3)


def steps(optimizer, scheduler, n):
    for _ in range(n):
        optimizer.step()
        scheduler.step()


optimizer, scheduler = build(lr=0.1, factor=0.1)
steps(optimizer, scheduler, 3)
lr = optimizer.param_groups[0]["lr"]
print("lr", lr, "equal to 0.1:", lr == 0.1)
# --8<-- [end:rounding]

# --8<-- [start:changed]
optimizer, scheduler = build(lr=0.1, factor=0.25)
steps(optimizer, scheduler, 2)
optimizer.param_groups[0]["lr"] = 0.05
steps(optimizer, scheduler, 1)
print(f"lr {optimizer.param_groups[0]['lr']:.2f}")
# --8<-- [end:changed]

# --8<-- [start:fix]
optimizer, scheduler = build(lr=0.1, factor=0.25)
steps(optimizer, scheduler, 2)
optimizer.param_groups[0]["lr"] = 0.05 * scheduler.factor
steps(optimizer, scheduler, 1)
print(f"lr {optimizer.param_groups[0]['lr']:.2f}")
# --8<-- [end:fix]
