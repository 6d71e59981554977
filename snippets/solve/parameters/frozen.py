# --8<-- [start:zeros]
import torch


def after_freezing(kind, set_to_none, **options):
    weight = torch.nn.Parameter(torch.ones(1))
    optimizer = kind([weight], lr=0.1, **options)
    weight.sum().backward()
    optimizer.step()
    start = weight.item()
    weight.requires_grad_(False)
    optimizer.zero_grad(set_to_none=set_to_none)
    optimizer.step()
    return f"{weight.item() - start:.3f}"


print("momentum", after_freezing(torch.optim.SGD, False, momentum=0.9))
print("weight decay", after_freezing(torch.optim.SGD, False, weight_decay=0.1))
print("Adam", after_freezing(torch.optim.Adam, False))
# --8<-- [end:zeros]

# --8<-- [start:fix]
print("momentum", after_freezing(torch.optim.SGD, True, momentum=0.9))
print("weight decay", after_freezing(torch.optim.SGD, True, weight_decay=0.1))
print("Adam", after_freezing(torch.optim.Adam, True))
# --8<-- [end:fix]
