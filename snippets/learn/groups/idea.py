# --8<-- [start:one]
import torch

w1, w2, w3 = (torch.ones(2, 2, requires_grad=True) for _ in range(3))

optimizer = torch.optim.SGD([w1, w3], lr=0.1)
print("groups", len(optimizer.param_groups))
group = optimizer.param_groups[0]
print(list(group))
print("params", len(group["params"]), "lr", group["lr"])
assert group["params"][1] is w3
# --8<-- [end:one]

# --8<-- [start:two]
optimizer = torch.optim.SGD([{"params": w1, "lr": 0.001}, {"params": w2}], lr=0.1)
for group in optimizer.param_groups:
    print("lr", group["lr"], "momentum", group["momentum"])
print("default lr", optimizer.defaults["lr"])
# --8<-- [end:two]

# --8<-- [start:add]
optimizer.add_param_group({"params": w3, "lr": 0.01, "momentum": 0.8})
for group in optimizer.param_groups:
    print("lr", group["lr"], "momentum", group["momentum"])
# --8<-- [end:add]

# --8<-- [start:zero_grad]
w1.grad = torch.ones(2, 2)
optimizer.zero_grad()
print("zero_grad()", w1.grad)
w1.grad = torch.ones(2, 2)
optimizer.zero_grad(set_to_none=False)
print("zero_grad(set_to_none=False)", w1.grad.tolist())
# --8<-- [end:zero_grad]

# --8<-- [start:state]
optimizer = torch.optim.SGD([w1, w2], lr=0.1, momentum=0.9)
print("state before", len(optimizer.state))
w1.grad = torch.full((2, 2), 3.0)
optimizer.step()
print("state after", len(optimizer.state), list(optimizer.state[w1]))
# --8<-- [end:state]

# --8<-- [start:state_dict]
saved = optimizer.state_dict()
print(list(saved))
print("params", saved["param_groups"][0]["params"])
print("buffer", saved["state"][0]["momentum_buffer"].tolist())
# --8<-- [end:state_dict]
