# --8<-- [start:per_epoch]
import torch
from torch import nn
from torch.optim.lr_scheduler import ExponentialLR, StepLR

torch.manual_seed(0)
x = torch.randn(100, 3)
y = x.sum(dim=1, keepdim=True)
batches = list(zip(x.split(25), y.split(25), strict=True))
loss_f = nn.MSELoss()

model = nn.Linear(3, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
for epoch in range(3):
    for data, labels in batches:
        optimizer.zero_grad()
        loss_f(model(data), labels).backward()
        optimizer.step()
    print(f"epoch {epoch}  lr {scheduler.get_last_lr()[0]:.4f}")
    scheduler.step()
# --8<-- [end:per_epoch]

# --8<-- [start:per_iteration]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = ExponentialLR(optimizer, gamma=0.5 ** (1 / len(batches)))
for epoch in range(3):
    lrs = []
    for data, labels in batches:
        optimizer.zero_grad()
        loss_f(model(data), labels).backward()
        optimizer.step()
        lrs.append(f"{scheduler.get_last_lr()[0]:.4f}")
        scheduler.step()
    print(f"epoch {epoch}  lr", *lrs)
# --8<-- [end:per_iteration]
