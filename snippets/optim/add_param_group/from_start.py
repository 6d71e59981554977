import torch
from torch.optim.lr_scheduler import OneCycleLR


def train(from_start, scheduled):
    a = torch.tensor([1.0, -1.0], requires_grad=True)
    b = torch.tensor([0.5, 2.0])
    options = {"lr": 0.05, "momentum": 0.9, "weight_decay": 0.1}
    groups = [{"params": a}]
    if from_start:
        groups.append({"params": b, "lr": 0.01})
    optimizer = torch.optim.SGD(groups, **options)
    if scheduled:
        scheduler = OneCycleLR(optimizer, max_lr=[0.1, 0.02], total_steps=30)
    for step in range(30):
        if step == 10:
            b.requires_grad_()
            if not from_start:
                optimizer.add_param_group({"params": b, "lr": 0.01})
        optimizer.zero_grad()
        ((a - b) ** 2 + torch.cos(b)).sum().backward()
        optimizer.step()
        if scheduled and step < 29:
            scheduler.step()
    return torch.cat([a, b]).detach(), optimizer


# zh: 不带调度器时，两种做法结果相同
# en: without a scheduler both ways give the same
added, _ = train(from_start=False, scheduled=False)
frozen, _ = train(from_start=True, scheduled=False)
torch.testing.assert_close(added, frozen, rtol=1e-6, atol=1e-6)

# zh: 带调度器时，一开始就交出来的组一路跟到最后
# en: with one, groups that were there from the start are scheduled to the end
_, optimizer = train(from_start=True, scheduled=True)
for group in optimizer.param_groups:
    assert abs(group["lr"] - group["max_lr"] / 25 / 1e4) < 1e-9
    print("max_lr", group["max_lr"], "lr", f"{group['lr']:.1e}")
