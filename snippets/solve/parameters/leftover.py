# --8<-- [start:surprise]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(1, 1), nn.Linear(1, 1))
for p in model.parameters():
    nn.init.ones_(p)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.ones(1, 1)

model(x).sum().backward()
model[0].requires_grad_(False)
for _ in range(3):
    model[1].zero_grad()
    model(x).sum().backward()
    optimizer.step()
    print(f"{model[0].weight.item():.1f}, grad {model[0].weight.grad}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
for _ in range(3):
    optimizer.zero_grad()
    model(x).sum().backward()
    optimizer.step()
    print(f"{model[0].weight.item():.1f}, grad {model[0].weight.grad}")
# --8<-- [end:fix]
