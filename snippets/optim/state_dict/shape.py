# --8<-- [start:surprise]
import torch


def build(*sizes):
    params = [torch.zeros(size, requires_grad=True) for size in sizes]
    for param in params:
        param.grad = torch.ones_like(param)
    return torch.optim.SGD(params, lr=0.1, momentum=0.9)


optimizer = build(2, 3)
optimizer.step()
saved = optimizer.state_dict()

optimizer = build(2, 4)
optimizer.load_state_dict(saved)
try:
    optimizer.step()
except RuntimeError as error:
    print(type(error).__name__, error)
# --8<-- [end:surprise]


# --8<-- [start:fix]
def check_shapes(optimizer, state_dict):
    params = [p for g in optimizer.param_groups for p in g["params"]]
    for i, state in state_dict["state"].items():
        saved, here = state["momentum_buffer"].shape, params[i].shape
        if saved != here:
            raise ValueError(f"{i}: saved {list(saved)}, here {list(here)}")


optimizer = build(2, 4)
optimizer.register_load_state_dict_pre_hook(check_shapes)
try:
    optimizer.load_state_dict(saved)
except ValueError as error:
    print(type(error).__name__, error)
# --8<-- [end:fix]

# --8<-- [start:refused]
more = build(2, 3, 1)
groups = build(2, 3)
groups.add_param_group({"params": torch.zeros(1, requires_grad=True)})
for optimizer in (more, groups):
    try:
        optimizer.load_state_dict(saved)
    except ValueError as error:
        print(type(error).__name__, error)
# --8<-- [end:refused]
