import torch


def moved(optimizer_class, scale):
    w = torch.ones(1, requires_grad=True)
    optimizer = optimizer_class([w], lr=0.1)
    (w.sum() * scale).backward()
    optimizer.step()
    return round(1 - w.item(), 4)


for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
    steps = moved(optimizer_class, scale=1), moved(optimizer_class, scale=4)
    print(optimizer_class.__name__, steps)
