# --8<-- [start:names]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
optimizer = torch.optim.SGD(model.named_parameters(), lr=0.1)
print(optimizer.param_groups[0]["param_names"])
# --8<-- [end:names]

# --8<-- [start:groups]
named = list(model.named_parameters())
optimizer = torch.optim.SGD(
    [
        {"params": [(n, p) for n, p in named if p.ndim >= 2], "weight_decay": 0.1},
        {"params": [(n, p) for n, p in named if p.ndim < 2]},
    ],
    lr=0.1,
)
for group in optimizer.param_groups:
    print(group["weight_decay"], group["param_names"])
# --8<-- [end:groups]
