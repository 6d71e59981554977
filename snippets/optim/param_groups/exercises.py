# --8<-- [start:class_default]
import torch
from torch import nn

w = torch.zeros(1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
groups = [{"params": [w]}, {"params": [b], "lr": 0.1}]
optimizer = torch.optim.SGD(groups)
print([group["lr"] for group in optimizer.param_groups])
# --8<-- [end:class_default]

# --8<-- [start:layerwise]
model = nn.Sequential(*[nn.Linear(2, 2) for _ in range(4)])
top = len(model) - 1
groups = [
    {"params": layer.parameters(), "lr": 0.1 * 0.5 ** (top - i)}
    for i, layer in enumerate(model)
]
optimizer = torch.optim.SGD(groups)
print([group["lr"] for group in optimizer.param_groups])
# --8<-- [end:layerwise]

# --8<-- [start:label]
optimizer = torch.optim.SGD(
    [
        {"params": model[:3].parameters(), "name": "backbone"},
        {"params": model[3].parameters(), "name": "head"},
    ],
    lr=0.1,
)
by_name = {group["name"]: group for group in optimizer.param_groups}
by_name["head"]["lr"] = 1.0
print([(group["name"], group["lr"]) for group in optimizer.param_groups])
assert "name" in optimizer.state_dict()["param_groups"][0]
# --8<-- [end:label]
