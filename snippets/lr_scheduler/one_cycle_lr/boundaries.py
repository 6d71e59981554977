import torch
from torch.optim.lr_scheduler import OneCycleLR


def schedule(three_phase):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=5.0, momentum=0.5)
    scheduler = OneCycleLR(
        optimizer, max_lr=1.0, total_steps=100, three_phase=three_phase
    )
    history = []
    for _ in range(100):
        (group,) = optimizer.param_groups
        history.append(f"{group['lr']:.6f}  {group['momentum']:.3f}")
        optimizer.step()
        scheduler.step()
    return history


two, three = schedule(False), schedule(True)
print("step  lr, momentum     with three phases")
for step in (0, 15, 29, 58, 64, 98, 99):
    print(f"{step:4}  {two[step]}  {three[step]}")
