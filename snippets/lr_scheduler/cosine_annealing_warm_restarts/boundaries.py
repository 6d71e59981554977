import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=10, T_mult=2)
print("epoch  T_cur  T_i  lr")
for epoch in range(71):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 5, 9, 10, 20, 29, 30, 50, 69, 70):
        T_cur, T_i = scheduler.T_cur, scheduler.T_i
        print(f"{epoch:5}  {T_cur:5}  {T_i:3}  {lr:.5f}")
    optimizer.step()
    scheduler.step()
