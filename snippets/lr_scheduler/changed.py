import torch
from torch.optim.lr_scheduler import LambdaLR, StepLR


def run(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    used = []
    for epoch in range(6):
        if epoch == 1:
            optimizer.param_groups[0]["lr"] = 0.8
        used.append(round(optimizer.param_groups[0]["lr"], 6))
        optimizer.step()
        scheduler.step()
    return used


print("StepLR  ", run(lambda o: StepLR(o, step_size=2, gamma=0.5)))
print("LambdaLR", run(lambda o: LambdaLR(o, lambda t: 0.5 ** (t // 2))))
