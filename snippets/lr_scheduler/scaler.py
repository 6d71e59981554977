# --8<-- [start:surprise]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def train(inputs, hook):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    scaler = torch.amp.GradScaler(w.device.type)
    if hook:
        optimizer.register_step_post_hook(lambda *_: scheduler.step())
    for x in inputs:
        optimizer.zero_grad()
        scaler.scale((w * x).sum()).backward()
        scaler.step(optimizer)
        scaler.update()
        if not hook:
            scheduler.step()
    return scheduler.get_last_lr()


overflow_first = [float("inf"), 1.0, 1.0]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(train(overflow_first, hook=False))
print("warnings", len(caught))
assert "before `optimizer.step()`" in str(caught[0].message)
# --8<-- [end:surprise]

# --8<-- [start:fix]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(train(overflow_first, hook=True))
print("warnings", len(caught))
# --8<-- [end:fix]
