import torch
from torch.optim.lr_scheduler import StepLR

w = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = StepLR(optimizer, step_size=2, gamma=0.5)

for epoch in range(6):
    before = w.item()
    w.grad = torch.tensor(1.0)
    optimizer.step()
    (lr,) = scheduler.get_last_lr()
    print(f"epoch {epoch}  lr {lr}  moved {before - w.item():.2f}")
    scheduler.step()
