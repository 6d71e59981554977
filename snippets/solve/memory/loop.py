# --8<-- [start:wrong]
from itertools import islice

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
data = TensorDataset(torch.randn(39, 4), torch.randn(39, 1))
loader = DataLoader(data, batch_size=4)
model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
steps, updates = 4, 0

for n, (x, y) in enumerate(loader, 1):
    loss = nn.functional.mse_loss(model(x), y) / steps
    loss.backward()
    if n % steps == 0:
        optimizer.step()
        optimizer.zero_grad()
        updates += 1
print("batches", len(loader), "updates", updates)
print("gradient left over:", model.weight.grad is not None)
# --8<-- [end:wrong]

# --8<-- [start:right]
optimizer.zero_grad()
updates = 0
batches = iter(loader)
while window := list(islice(batches, steps)):
    samples = sum(len(y) for _, y in window)
    for x, y in window:
        loss = nn.functional.mse_loss(model(x), y, reduction="sum") / samples
        loss.backward()
    # zh: 梯度裁剪放在这里，每次更新只做一次
    # en: clipping goes here, once for each update
    optimizer.step()
    optimizer.zero_grad()
    # zh: 按迭代的调度器也在这里调用 step()
    # en: a scheduler that counts iterations is stepped here as well
    updates += 1
print("batches", len(loader), "updates", updates)
print("gradient left over:", model.weight.grad is not None)
# --8<-- [end:right]
