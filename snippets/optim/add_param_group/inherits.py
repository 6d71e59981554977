# --8<-- [start:surprise]
import torch

w = torch.ones(2, requires_grad=True)
v = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
# zh: 训练到一半，学习率已经降下来了
# en: training has come a long way, and lr is low by now
optimizer.param_groups[0]["lr"] = 0.001

optimizer.add_param_group({"params": [v]})
for group in optimizer.param_groups:
    print("lr", group["lr"], "momentum", group["momentum"])
# --8<-- [end:surprise]

# --8<-- [start:fix]
u = torch.ones(2, requires_grad=True)
lr = optimizer.param_groups[0]["lr"]
optimizer.add_param_group({"params": [u], "lr": lr})
print([group["lr"] for group in optimizer.param_groups])
# --8<-- [end:fix]
