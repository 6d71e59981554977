# --8<-- [start:function]
import torch
from torch import nn
from torch.nn import functional as F


def overfit(model, loss_f, x, y, optimizer, steps=200):
    for step in range(steps):
        loss = loss_f(model(x), y)
        if step in (0, 1, 10, steps - 1):
            print(f"step {step}: loss {loss.item():.4f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


# --8<-- [end:function]

# --8<-- [start:run]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 10))
x = torch.tensor([[i % 2, i // 2 % 2, i // 4, 1.0] for i in range(8)])
y = torch.tensor([3, 1, 4, 1, 5, 9, 2, 6])
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
overfit(model, F.cross_entropy, x, y, optimizer)
# --8<-- [end:run]
