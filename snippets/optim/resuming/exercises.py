# --8<-- [start:recall]
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
saved = optimizer.state_dict(), scheduler.state_dict()
print("lr", saved[0]["param_groups"][0]["lr"])
print("last_epoch", saved[1]["last_epoch"])
# --8<-- [end:recall]

# --8<-- [start:plain]
print("state", saved[0]["state"])
_, resumed, resumed_scheduler = build()
resumed_scheduler.load_state_dict(saved[1])
print("lr", resumed.param_groups[0]["lr"])
# --8<-- [end:plain]
