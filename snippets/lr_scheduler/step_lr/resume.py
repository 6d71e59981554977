# --8<-- [start:refused]
import textwrap

import torch
from torch.optim.lr_scheduler import StepLR


def new_optimizer():
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.05)


try:
    StepLR(new_optimizer(), step_size=30, last_epoch=29)
except KeyError as e:
    message = e.args[0].splitlines()[0]
    print(textwrap.fill(f"{type(e).__name__}: {message}", 44))
# --8<-- [end:refused]

# --8<-- [start:twice]
optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=30)
for _ in range(30):
    optimizer.step()
    scheduler.step()
print(f"saved         lr {optimizer.param_groups[0]['lr']:.4f}")
saved = {
    "optimizer": optimizer.state_dict(),
    "scheduler": scheduler.state_dict(),
}

optimizer = new_optimizer()
optimizer.load_state_dict(saved["optimizer"])
scheduler = StepLR(optimizer, step_size=30, last_epoch=29)
print(f"last_epoch=29 lr {optimizer.param_groups[0]['lr']:.4f}")
# --8<-- [end:twice]

# --8<-- [start:half]
optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=30)
scheduler.load_state_dict(saved["scheduler"])
print(f"get_last_lr   lr {scheduler.get_last_lr()[0]:.4f}")
print(f"in use        lr {optimizer.param_groups[0]['lr']:.4f}")
# --8<-- [end:half]

# --8<-- [start:fix]
optimizer = new_optimizer()
scheduler = StepLR(optimizer, step_size=30)
optimizer.load_state_dict(saved["optimizer"])
scheduler.load_state_dict(saved["scheduler"])
print(f"resumed       lr {optimizer.param_groups[0]['lr']:.4f}")
assert scheduler.get_last_lr() == [optimizer.param_groups[0]["lr"]]
assert scheduler.last_epoch == 30
# --8<-- [end:fix]
