# --8<-- [start:recall]
import torch

w, a, b = (torch.zeros(1, requires_grad=True) for _ in range(3))
groups = [{"params": [w]}, {"params": [a, b], "lr": 0.01}]
optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
for group in optimizer.state_dict()["param_groups"]:
    print(group["params"])
# --8<-- [end:recall]

# --8<-- [start:predict]
w.grad = torch.ones(1)
optimizer.step()
saved = optimizer.state_dict()
optimizer.param_groups[0]["lr"] = 0.02
optimizer.step()
print("lr", saved["param_groups"][0]["lr"])
print("momentum_buffer", round(saved["state"][0]["momentum_buffer"].item(), 2))
# --8<-- [end:predict]
