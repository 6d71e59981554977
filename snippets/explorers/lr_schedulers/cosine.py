import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingLR

optimizer = SGD([torch.zeros(1)], lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=50)
lrs = scheduler.get_last_lr()
for _ in range(100):
    optimizer.step()
    scheduler.step()
    lrs += scheduler.get_last_lr()
for step in (0, 25, 50, 75, 100):
    print(f"step {step}: lr {lrs[step]:.4f}")
assert lrs[50] == 0
assert all(abs(lrs[50 + n] - lrs[50 - n]) < 1e-12 for n in range(51))
