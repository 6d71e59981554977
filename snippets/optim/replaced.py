# --8<-- [start:surprise]
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
# zh: 换上新的输出层，却在优化器之后
# en: a new head, but after the optimizer
model[1] = nn.Linear(3, 1)

before = {name: p.detach().clone() for name, p in model.named_parameters()}
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
for name, p in model.named_parameters():
    moved = (p - before[name]).abs().max().item() > 1e-3
    print(name, "grad", p.grad is not None, "moved", moved)
# --8<-- [end:surprise]


# --8<-- [start:fix]
def not_held(model, optimizer):
    held = {p for group in optimizer.param_groups for p in group["params"]}
    return [name for name, p in model.named_parameters() if p not in held]


print("not held", not_held(model, optimizer))
# zh: 模型定型之后再建优化器
# en: build the optimizer when the model is complete
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
print("not held", not_held(model, optimizer))
# --8<-- [end:fix]

# --8<-- [start:to]
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
model(torch.ones(1, 2)).sum().backward()
optimizer.step()

before = list(model.parameters())
model.to(torch.float64)
after = list(model.parameters())
assert all(p is q for p, q in zip(before, after, strict=True))
assert not_held(model, optimizer) == []
print("parameter", after[0].dtype)
print("buffer", optimizer.state[after[0]]["momentum_buffer"].dtype)
# --8<-- [end:to]
