# --8<-- [start:surprise]
import warnings

import torch
from torch.optim.lr_scheduler import StepLR


def build(fused=False):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8, fused=fused)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.5)
    return w, optimizer, scheduler, torch.amp.GradScaler(w.device.type)


overflow_first = [float("inf"), 1.0, 1.0]
w, optimizer, scheduler, scaler = build()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for x in overflow_first:
        optimizer.zero_grad()
        scaler.scale((w * x).sum()).backward()
        scaler.step(optimizer)
        scaler.update()
        scheduler.step()
print(scheduler.get_last_lr())
print("warnings", len(caught))
assert "before `optimizer.step()`" in str(caught[0].message)
# --8<-- [end:surprise]

# --8<-- [start:fix]
for fused in (False, True):
    w, optimizer, scheduler, scaler = build(fused)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for x in overflow_first:
            optimizer.zero_grad()
            scaler.scale((w * x).sum()).backward()
            old = scaler.get_scale()
            scaler.step(optimizer)
            scaler.update()
            # zh: 变小了，说明这一步被跳过
            # en: a smaller scale means that this step was skipped
            if scaler.get_scale() >= old:
                scheduler.step()
    print(f"fused={fused}: lr {scheduler.get_last_lr()}, warnings {len(caught)}")
    assert scheduler.get_last_lr() == [0.2]
    assert not caught
# --8<-- [end:fix]

# --8<-- [start:hook]
for fused in (False, True):
    w, optimizer, scheduler, scaler = build(fused)
    calls, updates = [], 0
    optimizer.register_step_post_hook(lambda *_, calls=calls: calls.append(1))
    for x in overflow_first:
        optimizer.zero_grad()
        scaler.scale((w * x).sum()).backward()
        before = w.item()
        scaler.step(optimizer)
        scaler.update()
        updates += w.item() != before
    print(f"fused={fused}: the hook ran {len(calls)} times, {updates} updates")
    assert updates == 2
    assert len(calls) == (3 if fused else 2)
# --8<-- [end:hook]
