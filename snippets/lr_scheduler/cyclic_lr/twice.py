# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR


def build():
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    return CyclicLR(optimizer, base_lr=0.1, max_lr=0.9)


saved = build().state_dict()
build().load_state_dict(saved)
try:
    build().load_state_dict(saved)
except KeyError as e:
    print(f"{type(e).__name__}: {e}")
assert "_scale_fn_custom" not in saved
# --8<-- [end:surprise]

# --8<-- [start:fix]
saved = build().state_dict()
for _ in range(2):
    build().load_state_dict(dict(saved))
assert "_scale_fn_custom" in saved
# --8<-- [end:fix]
