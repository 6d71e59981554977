# --8<-- [start:keys]
import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([0.5], requires_grad=True)
optimizer = torch.optim.SGD(
    [{"params": [w], "weight_decay": 0.01}, {"params": [b]}],
    lr=0.1,
    momentum=0.9,
)
w.grad, b.grad = torch.tensor([3.0, 4.0]), torch.tensor([5.0])
optimizer.step()

saved = optimizer.state_dict()
print(list(saved))
for i, state in saved["state"].items():
    buffer = state["momentum_buffer"].tolist()
    print(i, "momentum_buffer", [round(v, 4) for v in buffer])
for group in saved["param_groups"]:
    for key in ("params", "lr", "momentum", "weight_decay"):
        print(key, group[key], end="  ")
    print()
# --8<-- [end:keys]

# --8<-- [start:empty]
fresh = torch.optim.SGD([w], lr=0.1, momentum=0.9)
assert fresh.state_dict()["state"] == {}

filled = []
for name in torch.optim.__all__:
    cls = getattr(torch.optim, name)
    if isinstance(cls, type) and cls is not torch.optim.Optimizer:
        fresh = cls([torch.ones(2, 2, requires_grad=True)], lr=0.1)
        if fresh.state_dict()["state"]:
            filled.append(name)
print(filled)
# --8<-- [end:empty]
