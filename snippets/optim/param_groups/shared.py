# --8<-- [start:surprise]
import torch

w = torch.ones(2, requires_grad=True)
groups = [{"params": [w]}]
slow = torch.optim.SGD(groups, lr=0.01)
fast = torch.optim.SGD(groups, lr=0.5)
print("slow", slow.param_groups[0]["lr"], "fast", fast.param_groups[0]["lr"])
assert slow.param_groups[0] is fast.param_groups[0]
# --8<-- [end:surprise]


# --8<-- [start:fix]
def make_groups():
    return [{"params": [w]}]


slow = torch.optim.SGD(make_groups(), lr=0.01)
fast = torch.optim.SGD(make_groups(), lr=0.5)
print("slow", slow.param_groups[0]["lr"], "fast", fast.param_groups[0]["lr"])
# --8<-- [end:fix]
