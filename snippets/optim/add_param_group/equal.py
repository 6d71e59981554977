import torch

from optguide.optim import SGD


def train(optimizer_class, steps=60):
    generator = torch.Generator().manual_seed(0)
    a, b = (torch.randn(4, generator=generator) for _ in range(2))
    a.requires_grad_()
    optimizer = optimizer_class([a], lr=0.05, momentum=0.9)
    path = []
    for step in range(steps):
        if step == 20:
            b.requires_grad_()
            optimizer.add_param_group({"params": b, "lr": 0.01, "nesterov": True})
        optimizer.zero_grad()
        ((a - b) ** 2 + torch.cos(b)).sum().backward()
        optimizer.step()
        path.append(torch.cat([a, b]).detach())
    options = [
        {key: value for key, value in group.items() if key != "params"}
        for group in optimizer.param_groups
    ]
    return torch.stack(path), options


(ours, our_groups), (theirs, their_groups) = train(SGD), train(torch.optim.SGD)
torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-5)
assert our_groups == their_groups
print(f"{len(ours)} steps agree within 1e-5, a group added at step 20")
