# --8<-- [start:gradual]
import torch
from torch import nn

model = nn.Sequential(*[nn.Linear(2, 2) for _ in range(3)])
model.requires_grad_(False)
layers = list(reversed(model))

layers[0].requires_grad_(True)
optimizer = torch.optim.SGD(layers[0].parameters(), lr=0.1)
for epoch in range(1, 3):
    layers[epoch].requires_grad_(True)
    optimizer.add_param_group(
        {"params": layers[epoch].parameters(), "lr": 0.1 * 0.5**epoch}
    )
    print(epoch, [group["lr"] for group in optimizer.param_groups])
# --8<-- [end:gradual]


# --8<-- [start:missing]
def add_missing(optimizer, model, **options):
    held = {p for group in optimizer.param_groups for p in group["params"]}
    new = [p for p in model.parameters() if p not in held]
    if new:
        optimizer.add_param_group({"params": new, **options})
    return len(new)


model.append(nn.Linear(2, 1))
print(add_missing(optimizer, model, lr=0.1), add_missing(optimizer, model))
# --8<-- [end:missing]

# --8<-- [start:remove]
w = torch.ones(1, requires_grad=True)
v = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([{"params": [w]}, {"params": [v]}], lr=0.1, momentum=0.9)
(w + v).backward()
optimizer.step()

removed = optimizer.param_groups.pop()
for p in removed["params"]:
    optimizer.state.pop(p, None)
optimizer.step()
print("w", round(w.item(), 4), "v", round(v.item(), 4))
print("state", len(optimizer.state_dict()["state"]))
# --8<-- [end:remove]
