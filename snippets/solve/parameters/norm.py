# --8<-- [start:surprise]
import torch
from torch import nn

model = nn.Sequential(nn.BatchNorm1d(1), nn.Linear(1, 1))
model[0].requires_grad_(False)
x = torch.tensor([[2.0], [4.0]])
for _ in range(2):
    model(x).sum().backward()
    print(f"running mean {model[0].running_mean.item():.2f}")
# --8<-- [end:surprise]

# --8<-- [start:fix]
model.train()
model[0].eval()
model(x).sum().backward()
print(f"running mean {model[0].running_mean.item():.2f}")
# --8<-- [end:fix]
