import torch


def build(names):
    params = {name: torch.zeros(2, requires_grad=True) for name in names}
    optimizer = torch.optim.SGD(params.items(), lr=0.1, momentum=0.9)
    return params, optimizer


def by_name(optimizer, state_dict):
    groups = []
    for group, saved in zip(
        optimizer.param_groups, state_dict["param_groups"], strict=True
    ):
        names = group["param_names"]
        position = dict(zip(saved["param_names"], saved["params"], strict=True))
        params = [position[name] for name in names]
        groups.append({**saved, "param_names": names, "params": params})
    return {**state_dict, "param_groups": groups}


params, optimizer = build(["a", "b"])
params["a"].grad = torch.tensor([1.0, 1.0])
params["b"].grad = torch.tensor([-5.0, -5.0])
optimizer.step()
saved = optimizer.state_dict()

params, optimizer = build(["b", "a"])
optimizer.register_load_state_dict_pre_hook(by_name)
optimizer.load_state_dict(saved)
for name, param in params.items():
    print(name, optimizer.state[param]["momentum_buffer"].tolist())
assert optimizer.state[params["a"]]["momentum_buffer"].tolist() == [1, 1]
assert optimizer.param_groups[0]["param_names"] == ["b", "a"]
