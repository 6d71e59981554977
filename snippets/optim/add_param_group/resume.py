# --8<-- [start:surprise]
import torch

w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
optimizer.add_param_group({"params": [v], "lr": 0.01})
(w * v).sum().backward()
optimizer.step()
saved = optimizer.state_dict()
print([group["params"] for group in saved["param_groups"]])

optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
try:
    optimizer.load_state_dict(saved)
except ValueError as e:
    print("ValueError:", e)
# --8<-- [end:surprise]

# --8<-- [start:fix]
optimizer.add_param_group({"params": [v]})
optimizer.load_state_dict(saved)
print([group["lr"] for group in optimizer.param_groups])
assert "momentum_buffer" in optimizer.state[v]
# --8<-- [end:fix]
