# --8<-- [start:two]
import torch
from torch.optim.lr_scheduler import ExponentialLR, LRScheduler, StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)
schedulers = [
    ExponentialLR(optimizer, gamma=0.9),
    StepLR(optimizer, step_size=2, gamma=0.5),
]
for _ in range(4):
    optimizer.step()
    for scheduler in schedulers:
        scheduler.step()
lr = optimizer.param_groups[0]["lr"]
print(f"{lr:.6f}, and 0.9**4 * 0.5**2 = {0.9**4 * 0.5**2:.6f}")
assert abs(lr - 0.9**4 * 0.5**2) < 1e-12
# --8<-- [end:two]


# --8<-- [start:own]
class InverseSqrtLR(LRScheduler):
    def get_lr(self):
        return [lr / (self.last_epoch + 1) ** 0.5 for lr in self.base_lrs]


optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = InverseSqrtLR(optimizer)
lrs = []
for _ in range(9):
    lrs += scheduler.get_last_lr()
    optimizer.step()
    scheduler.step()
print(*[f"{lr:.3f}" for lr in lrs])
assert lrs[3] == 1 / 2
assert lrs[8] == 1 / 3
# --8<-- [end:own]

# --8<-- [start:count]
iterations, epochs, accumulate = 100, 3, 4
optimizer = torch.optim.SGD([w], lr=1.0)
scheduler = StepLR(optimizer, step_size=25)
for _ in range(epochs):
    for i in range(iterations):
        if (i + 1) % accumulate == 0:
            optimizer.step()
            scheduler.step()
print("last_epoch", scheduler.last_epoch)
assert scheduler.last_epoch == epochs * iterations // accumulate
# --8<-- [end:count]
