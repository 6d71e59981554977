# --8<-- [start:surprise]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 10))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model[1] = nn.Linear(2, 3)

held = {id(p) for g in optimizer.param_groups for p in g["params"]}
print("not held:", [n for n, p in model.named_parameters() if id(p) not in held])
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
held = {id(p) for g in optimizer.param_groups for p in g["params"]}
print("not held:", [n for n, p in model.named_parameters() if id(p) not in held])
# --8<-- [end:fix]
