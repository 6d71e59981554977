# --8<-- [start:one]
import torch

w1 = torch.ones(2, 2, requires_grad=True)
w2 = torch.ones(2, requires_grad=True)

optimizer = torch.optim.SGD([w1, w2], lr=0.1)
print(len(optimizer.param_groups), "group")
group = optimizer.param_groups[0]
for key, value in group.items():
    print(key, [p.shape for p in value] if key == "params" else value)
# --8<-- [end:one]

# --8<-- [start:two]
optimizer = torch.optim.SGD([{"params": w1, "lr": 0.1}, {"params": [w2], "lr": 0.001}])
print(len(optimizer.param_groups), "groups")
for group in optimizer.param_groups:
    print(len(group["params"]), "lr", group["lr"])
# --8<-- [end:two]

# --8<-- [start:defaults]
optimizer = torch.optim.SGD(
    [{"params": [w1]}, {"params": [w2], "lr": 0.001}],
    lr=0.1,
    momentum=0.9,
)
for group in optimizer.param_groups:
    print(*(f"{key} {group[key]}" for key in ("lr", "momentum", "dampening")))
print("defaults", optimizer.defaults["lr"])
# --8<-- [end:defaults]
