import torch
from torch.optim.lr_scheduler import ExponentialLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
scheduler = ExponentialLR(optimizer, gamma=0.9)
print("epoch  lr")
for epoch in range(101):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 2, 10, 22, 44, 100):
        print(f"{epoch:5}  {lr:.6f}")
    assert abs(lr - 0.1 * 0.9**epoch) < 1e-12
    optimizer.step()
    scheduler.step()
