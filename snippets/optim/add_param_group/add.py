import torch

w1 = torch.ones(2, requires_grad=True)
w2 = torch.ones(2, requires_grad=True)
w3 = torch.ones(2, requires_grad=True)


def show(optimizer):
    for group in optimizer.param_groups:
        keys = ("lr", "momentum", "weight_decay")
        print(len(group["params"]), *(f"{key} {group[key]}" for key in keys))


optimizer = torch.optim.SGD([w1, w2], lr=0.1)
show(optimizer)
print("add")
optimizer.add_param_group({"params": w3, "lr": 0.001, "momentum": 0.8})
show(optimizer)
