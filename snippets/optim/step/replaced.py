# --8<-- [start:surprise]
import torch

model = torch.nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

model.weight = torch.nn.Parameter(torch.ones(1, 2))
model(torch.ones(1, 2)).sum().backward()
optimizer.step()
print("weight", model.weight.tolist())
assert model.weight.tolist() == [[1, 1]]
# --8<-- [end:surprise]

# --8<-- [start:fix]
managed = {p for g in optimizer.param_groups for p in g["params"]}
named = model.named_parameters()
print("not managed", [name for name, p in named if p not in managed])

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
optimizer.step()
print("weight", [round(v, 2) for v in model.weight[0].tolist()])
assert model.weight.tolist() != [[1, 1]]
# --8<-- [end:fix]

# --8<-- [start:in_place]
weight = model.weight
with torch.no_grad():
    model.weight.fill_(1.0)
assert model.weight is weight
# --8<-- [end:in_place]
