import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

optimizer = SGD([torch.zeros(1)], lr=0.1)
warmup = LinearLR(optimizer, start_factor=0.1, total_iters=10)
cosine = CosineAnnealingLR(optimizer, T_max=90)
scheduler = SequentialLR(optimizer, [warmup, cosine], milestones=[10])
lrs = scheduler.get_last_lr()
for _ in range(100):
    optimizer.step()
    scheduler.step()
    lrs += scheduler.get_last_lr()
for step in (0, 9, 10, 11, 100):
    print(f"step {step}: lr {lrs[step]:.5f}")
assert max(lrs) == lrs[10] == 0.1
assert lrs.count(0.1) == 1
