# --8<-- [start:wrong]
import torch


def build(lr):
    w = torch.zeros(1, requires_grad=True)
    return torch.optim.SGD([w], lr=lr, momentum=0.9)


saved = build(lr=0.1).state_dict()

optimizer = build(lr=0.001)
optimizer.load_state_dict(saved)
print("lr", optimizer.param_groups[0]["lr"])
# --8<-- [end:wrong]

# --8<-- [start:right]
lr = 0.001
optimizer = build(lr)
optimizer.load_state_dict(saved)
for group in optimizer.param_groups:
    group["lr"] = lr
    group.pop("initial_lr", None)
print("lr", optimizer.param_groups[0]["lr"])
# --8<-- [end:right]
