# --8<-- [start:attributes]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR

w1, w2 = (torch.ones(1, requires_grad=True) for _ in range(2))
groups = [{"params": [w1]}, {"params": [w2], "lr": 0.2}]
optimizer = torch.optim.SGD(groups, lr=0.1)
print("initial_lr before", "initial_lr" in optimizer.param_groups[0])

scheduler = StepLR(optimizer, step_size=2, gamma=0.1)
print("initial_lr after ", "initial_lr" in optimizer.param_groups[0])
print("optimizer is ours", scheduler.optimizer is optimizer)
print("base_lrs", scheduler.base_lrs)
print("last_epoch", scheduler.last_epoch)
# --8<-- [end:attributes]

# --8<-- [start:steps]
for _ in range(5):
    shown = [f"{lr:g}" for lr in scheduler.get_last_lr()]
    print("last_epoch", scheduler.last_epoch, "lr", shown)
    assert scheduler.get_last_lr() == [g["lr"] for g in optimizer.param_groups]
    optimizer.step()
    scheduler.step()
print("base_lrs", scheduler.base_lrs)
# --8<-- [end:steps]

# --8<-- [start:state_dict]
saved = scheduler.state_dict()
print({k: saved[k] for k in ("step_size", "gamma", "base_lrs", "last_epoch")})
print("optimizer saved", "optimizer" in saved)

other = StepLR(torch.optim.SGD([w1], lr=0.1), step_size=99)
other.load_state_dict(saved)
print("last_epoch", other.last_epoch, "step_size", other.step_size)
# --8<-- [end:state_dict]

# --8<-- [start:printed]
# zh: print_lr() 在 torch 2.7 中移除了
# en: print_lr() was removed in torch 2.7
print(hasattr(scheduler, "print_lr"))
# --8<-- [end:printed]

# --8<-- [start:order]
optimizer = torch.optim.SGD([w1], lr=0.1)
scheduler = StepLR(optimizer, step_size=1, gamma=0.1)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    used = []
    for _ in range(3):
        scheduler.step()
        used.append(f"{optimizer.param_groups[0]['lr']:g}")
        optimizer.step()
print("lr used", used, "warnings", len(caught))
# --8<-- [end:order]
