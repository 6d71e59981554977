import torch
from torch.optim.lr_scheduler import ExponentialLR, StepLR


def resumed(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    for _ in range(3):
        optimizer.step()
        scheduler.step()
    saved = optimizer.state_dict()

    new = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1)
    new.load_state_dict(saved)
    build(new, last_epoch=2)
    lr = new.param_groups[0]["lr"]
    return f"saved {saved['param_groups'][0]['lr']:.5f}  resumed {lr:.5f}"


print("ExponentialLR ", resumed(lambda o, **k: ExponentialLR(o, 0.5, **k)))
print("StepLR        ", resumed(lambda o, **k: StepLR(o, 1, 0.5, **k)))
