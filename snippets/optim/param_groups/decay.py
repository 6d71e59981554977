# --8<-- [start:names]
import torch
from torch import nn

model = nn.Sequential(
    nn.Conv1d(1, 2, kernel_size=3),
    nn.BatchNorm1d(2),
    nn.Flatten(),
    nn.Linear(4, 3),
    nn.LayerNorm(3),
)
for name, p in model.named_parameters():
    layer = model[int(name[0])]
    print(f"{name:9} {type(layer).__name__:12} ndim {p.ndim}")
# --8<-- [end:names]

# --8<-- [start:groups]
params = list(model.parameters())
decay = [p for p in params if p.ndim >= 2]
no_decay = [p for p in params if p.ndim < 2]
optimizer = torch.optim.SGD(
    [{"params": decay, "weight_decay": 0.1}, {"params": no_decay}],
    lr=1.0,
)
print([len(group["params"]) for group in optimizer.param_groups])
# --8<-- [end:groups]

# --8<-- [start:effect]
before = {name: p.detach().clone() for name, p in model.named_parameters()}
for p in params:
    p.grad = torch.zeros_like(p)
optimizer.step()
# zh: 梯度全是零，只剩衰减：矩阵乘了 1 - γλ = 0.9，其余不动
# en: gradients are zero, decay remains: matrices times 1 - γλ = 0.9
for name, p in model.named_parameters():
    factor = 0.9 if p.ndim >= 2 else 1.0
    torch.testing.assert_close(p.detach(), factor * before[name])
    print(f"{name:9} {factor}")
# --8<-- [end:effect]
