# --8<-- [start:wrong]
import warnings

import torch
from torch.optim import lr_scheduler as theirs

from optguide import lr_scheduler as ours


def lrs_used(module, nested):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    parts = [
        module.ConstantLR(optimizer, factor=0.5, total_iters=9),
        module.ConstantLR(optimizer, factor=0.25, total_iters=9),
    ]
    scheduler = module.SequentialLR(optimizer, parts, milestones=[2])
    if nested:
        scheduler = module.SequentialLR(optimizer, [scheduler], [])
    lrs = []
    for _ in range(4):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch_says = lrs_used(theirs, nested=True)
meant = lrs_used(theirs, nested=False)
print("meant   ", meant)
print("torch   ", torch_says, "warnings", len(caught))
print("optguide", lrs_used(ours, nested=True))
assert lrs_used(ours, nested=True) == meant == [0.4, 0.4, 0.2, 0.2]
# zh: torch 改好的那一天，下面两行会失败
# en: both fail on the day torch mends it
assert torch_says == [0.4, 0.2, 0.2, 0.2]
assert len(caught) == 1
# --8<-- [end:wrong]


# --8<-- [start:later]
def chain_second(module):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.8)
    first = module.ConstantLR(optimizer, factor=0.25, total_iters=9)
    second = module.ChainedScheduler([module.ExponentialLR(optimizer, gamma=0.5)])
    scheduler = module.SequentialLR(optimizer, [first, second], [2])
    lrs = []
    for _ in range(4):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


print("optguide", chain_second(ours))
try:
    chain_second(theirs)
except NotImplementedError as e:
    print("torch   ", type(e).__name__)
else:
    raise AssertionError("mended: change this page")
# --8<-- [end:later]
