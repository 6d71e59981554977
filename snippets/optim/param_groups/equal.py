import torch

from optguide.optim import SGD


def train(optimizer_class, steps=100):
    generator = torch.Generator().manual_seed(0)
    params = [torch.randn(3, generator=generator) for _ in range(3)]
    a, b, c = (p.requires_grad_() for p in params)
    groups = [
        {"params": [a], "lr": 0.05},
        {"params": [b], "momentum": 0.9, "nesterov": True},
        {"params": [c], "weight_decay": 0.1, "maximize": True},
    ]
    optimizer = optimizer_class(groups, lr=0.01)
    path = []
    for step in range(steps):
        # zh: 中途改第一组的学习率
        # en: change the lr of the first group on the way
        if step == 50:
            optimizer.param_groups[0]["lr"] = 0.005
        optimizer.zero_grad()
        (a**2 + (b - a) ** 2 + torch.sin(c) * b).sum().backward()
        optimizer.step()
        path.append(torch.cat([a, b, c]).detach())
    return torch.stack(path)


ours, theirs = train(SGD), train(torch.optim.SGD)
torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-5)
print(f"{len(ours)} steps of 3 groups agree within 1e-5")
