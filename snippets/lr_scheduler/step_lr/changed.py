import torch
from torch.optim.lr_scheduler import StepLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.8)
scheduler = StepLR(optimizer, step_size=3, gamma=0.5)
used = []
for epoch in range(8):
    if epoch == 4:
        optimizer.param_groups[0]["lr"] = 0.1
        print("get_last_lr", scheduler.get_last_lr())
    used.append(optimizer.param_groups[0]["lr"])
    optimizer.step()
    scheduler.step()
print("used", used)
print("by the formula", [0.8 * 0.5 ** (t // 3) for t in range(8)])
