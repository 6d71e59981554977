# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR

seen = []


def scale_fn(x):
    seen.append(x)
    return 1.0


def see(scale_fn):
    seen.clear()
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = CyclicLR(
        optimizer,
        base_lr=0.1,
        max_lr=0.9,
        step_size_up=2,
        scale_fn=scale_fn,
        scale_mode="iterations",
        cycle_momentum=False,
    )
    for _ in range(9):
        optimizer.step()
        scheduler.step()


see(scale_fn)
print(*seen)
assert "iterations since start of cycle" in " ".join(CyclicLR.__doc__.split())
# --8<-- [end:surprise]

# --8<-- [start:fix]
see(lambda t: scale_fn(t % 4))
print(*seen)
# --8<-- [end:fix]
