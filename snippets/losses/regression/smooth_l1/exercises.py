# --8<-- [start:limit]
import torch

x, y = torch.tensor([0.5, -2.0, 3.0]), torch.zeros(3)
for large in (1e2, 1e4):
    smooth = torch.nn.SmoothL1Loss(beta=large)(x, y)
    huber = torch.nn.HuberLoss(delta=large)(x, y)
    print(f"{large:g}: smooth_l1 {smooth:.4f}, huber {huber:.4f}")
# --8<-- [end:limit]


# --8<-- [start:same_path]
def path(loss, **options):
    x = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([x], **options)
    seen = []
    for _ in range(6):
        optimizer.zero_grad()
        loss(x, torch.tensor(0.0)).backward()
        optimizer.step()
        seen.append(x.item())
    return torch.tensor(seen)


for option in ({}, {"momentum": 0.9}, {"weight_decay": 0.1}):
    smooth = path(torch.nn.SmoothL1Loss(beta=0.5), lr=0.2, **option)
    huber = path(torch.nn.HuberLoss(delta=0.5), lr=0.4, **option)
    print(option, f"{smooth[-1]:.4f} {huber[-1]:.4f}")
    assert torch.allclose(smooth, huber) is ("weight_decay" not in option)
# --8<-- [end:same_path]

# --8<-- [start:weighted]
weight = torch.tensor([1.0, 0.0, 3.0])
loss = torch.nn.SmoothL1Loss(reduction="none")(x, y)
print(loss.tolist(), ((weight * loss).sum() / weight.sum()).item())
# --8<-- [end:weighted]
