# --8<-- [start:plain]
import torch


def build():
    w = torch.ones(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma=0.5)
    return w, optimizer, scheduler


w, optimizer, scheduler = build()
for _ in range(2):
    w.grad = torch.ones(1)
    optimizer.step()
    scheduler.step()
print("state", optimizer.state_dict()["state"])
print("lr", optimizer.param_groups[0]["lr"])

_, resumed, resumed_scheduler = build()
resumed_scheduler.load_state_dict(scheduler.state_dict())
print("lr", resumed.param_groups[0]["lr"])
# --8<-- [end:plain]
