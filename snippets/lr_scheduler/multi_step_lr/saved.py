# --8<-- [start:surprise]
from collections import Counter

import torch
from torch.optim.lr_scheduler import MultiStepLR


def build(milestones):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    return optimizer, MultiStepLR(optimizer, milestones)


def run(optimizer, scheduler, steps):
    for _ in range(steps):
        optimizer.step()
        scheduler.step()


old = build(milestones=[4, 8])
run(*old, 2)
saved = [part.state_dict() for part in old]

optimizer, scheduler = build(milestones=[6, 8])
optimizer.load_state_dict(saved[0])
scheduler.load_state_dict(saved[1])
print("milestones", sorted(scheduler.milestones))
# --8<-- [end:surprise]

# --8<-- [start:fix]
scheduler.milestones = Counter([6, 8])
for t in (4, 6, 8):
    run(optimizer, scheduler, 2)
    print(f"t {t}  lr {optimizer.param_groups[0]['lr']:.3f}")
    assert scheduler.last_epoch == t
# --8<-- [end:fix]
