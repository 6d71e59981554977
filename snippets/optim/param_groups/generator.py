# --8<-- [start:surprise]
import torch
from torch import nn

model = nn.Linear(2, 1)
params = model.parameters()
decay = [p for p in params if p.ndim >= 2]
no_decay = [p for p in params if p.ndim < 2]
optimizer = torch.optim.SGD(
    [{"params": decay, "weight_decay": 0.1}, {"params": no_decay}],
    lr=0.1,
)
print([len(group["params"]) for group in optimizer.param_groups])
# --8<-- [end:surprise]

# --8<-- [start:fix]
params = list(model.parameters())
decay = [p for p in params if p.ndim >= 2]
no_decay = [p for p in params if p.ndim < 2]
print(len(decay), len(no_decay))
assert len(decay) + len(no_decay) == len(params)
# --8<-- [end:fix]
