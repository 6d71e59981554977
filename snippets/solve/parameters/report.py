# --8<-- [start:report]
import torch
from torch import nn


def report(model, optimizer):
    held = {id(p) for g in optimizer.param_groups for p in g["params"]}
    before = {n: p.detach().clone() for n, p in model.named_parameters()}
    optimizer.step()
    print("learning rates", [g["lr"] for g in optimizer.param_groups])
    for n, p in model.named_parameters():
        grad = None if p.grad is None else f"{p.grad.norm().item():.2g}"
        moved = not torch.equal(p, before[n])
        flags = f"grad {grad}, held {id(p) in held}, moved {moved}"
        print(f"{n}: requires_grad {p.requires_grad}, {flags}")


# --8<-- [end:report]

# --8<-- [start:run]
model = nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2))
for p in model.parameters():
    nn.init.ones_(p)
model[0].bias.requires_grad_(False)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
model[1] = nn.Linear(2, 2)
nn.init.ones_(model[1].weight)

model(torch.ones(1, 2)).sum().backward()
report(model, optimizer)
# --8<-- [end:run]
