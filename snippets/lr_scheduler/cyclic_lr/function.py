# --8<-- [start:surprise]
import torch
from torch.optim.lr_scheduler import CyclicLR


def build(scale_fn):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    return CyclicLR(optimizer, 0.1, 0.9, 2, scale_fn=scale_fn)


saved = build(lambda c: 1 / c).state_dict()
print("saved", saved["_scale_fn_custom"])
scheduler = build(lambda _: 0.0)
scheduler.load_state_dict(saved)
print("scale in cycle 2:", scheduler.scale_fn(2))
# --8<-- [end:surprise]


# --8<-- [start:fix]
class Power:
    def __init__(self, exponent):
        self.exponent = exponent

    def __call__(self, cycle):
        return cycle**-self.exponent


saved = build(Power(1)).state_dict()
print("saved", saved["_scale_fn_custom"])
scheduler = build(Power(0))
scheduler.load_state_dict(saved)
print("scale in cycle 2:", scheduler.scale_fn(2))
# --8<-- [end:fix]
