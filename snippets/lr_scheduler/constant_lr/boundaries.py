import torch
from torch.optim.lr_scheduler import ConstantLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05)
scheduler = ConstantLR(optimizer, factor=0.5, total_iters=40)
print("epoch  lr")
for epoch in range(101):
    (lr,) = scheduler.get_last_lr()
    if epoch in (0, 1, 39, 40, 100):
        print(f"{epoch:5}  {lr:.3f}")
    assert lr == (0.025 if epoch < 40 else 0.05)
    optimizer.step()
    scheduler.step()
