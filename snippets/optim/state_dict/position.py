# --8<-- [start:surprise]
from copy import deepcopy

import torch


def build(names):
    params = {name: torch.zeros(2, requires_grad=True) for name in names}
    optimizer = torch.optim.SGD(params.items(), lr=0.1, momentum=0.9)
    return params, optimizer


def show(params, optimizer):
    for name, param in params.items():
        print(name, optimizer.state[param]["momentum_buffer"].tolist())


params, optimizer = build(["a", "b"])
params["a"].grad = torch.tensor([1.0, 1.0])
params["b"].grad = torch.tensor([-5.0, -5.0])
optimizer.step()
saved = deepcopy(optimizer.state_dict())
print("saved")
show(params, optimizer)

params, optimizer = build(["b", "a"])
optimizer.load_state_dict(saved)
print("loaded")
show(params, optimizer)
assert optimizer.state[params["a"]]["momentum_buffer"].tolist() == [-5, -5]
# --8<-- [end:surprise]

# --8<-- [start:names]
group = optimizer.param_groups[0]
print("param_names", group["param_names"])
assert group["params"][0] is params["b"]
assert group["param_names"][0] == "a"
# --8<-- [end:names]


# --8<-- [start:guard]
def check_names(optimizer, state_dict):
    here = [g["param_names"] for g in optimizer.param_groups]
    saved = [g["param_names"] for g in state_dict["param_groups"]]
    if here != saved:
        raise ValueError(f"saved {saved}, but here {here}")


params, optimizer = build(["b", "a"])
optimizer.register_load_state_dict_pre_hook(check_names)
try:
    optimizer.load_state_dict(saved)
except ValueError as error:
    print(type(error).__name__, error)
assert len(optimizer.state) == 0

# zh: 顺序相同，就照常加载
# en: in the same order, loading works
_, optimizer = build(["a", "b"])
optimizer.register_load_state_dict_pre_hook(check_names)
optimizer.load_state_dict(saved)
# --8<-- [end:guard]
