import torch
from torch.optim.lr_scheduler import MultiStepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
scheduler = MultiStepLR(optimizer, milestones=[30, 80], gamma=0.1)
print("epoch  lr")
for epoch in range(101):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 29, 30, 79, 80, 100):
        print(f"{epoch:5}  {lr:.4f}")
    passed = (epoch >= 30) + (epoch >= 80)
    assert abs(lr - 0.05 * 0.1**passed) < 1e-12
    optimizer.step()
    scheduler.step()
