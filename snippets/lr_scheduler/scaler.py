# --8<-- [start:surprise]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def train(inputs, check_scale):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    scaler = torch.amp.GradScaler(w.device.type)
    for x in inputs:
        optimizer.zero_grad()
        scaler.scale((w * x).sum()).backward()
        scale = scaler.get_scale()
        scaler.step(optimizer)
        scaler.update()
        # zh: scale 变小，说明 optimizer.step() 这次被跳过了
        # en: a smaller scale says that optimizer.step() was skipped
        if not check_scale or scaler.get_scale() >= scale:
            scheduler.step()
    return scheduler.get_last_lr()


overflow_first = [float("inf"), 1.0, 1.0]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(train(overflow_first, check_scale=False))
print(len(caught), "warning")
assert "before `optimizer.step()`" in str(caught[0].message)
# --8<-- [end:surprise]

# --8<-- [start:fix]
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(train(overflow_first, check_scale=True))
print(len(caught), "warnings")
# --8<-- [end:fix]
