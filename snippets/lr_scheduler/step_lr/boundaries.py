import torch
from torch.optim.lr_scheduler import StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
print("epoch  lr")
for epoch in range(91):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 29, 30, 59, 60, 89, 90):
        print(f"{epoch:5}  {lr:.5f}")
    assert abs(lr - 0.05 * 0.1 ** (epoch // 30)) < 1e-12
    optimizer.step()
    scheduler.step()
