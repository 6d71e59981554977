import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1e-5)
scheduler = CosineAnnealingLR(optimizer, T_max=1_000_000)
for _ in range(2000):
    optimizer.step()
    scheduler.step()
lr = optimizer.param_groups[0]["lr"]
print(f"{lr:.2e}", f"{lr:.8e}")
print("left of T_max:", f"{1 - scheduler.last_epoch / scheduler.T_max:.1%}")
assert lr < 1e-5
