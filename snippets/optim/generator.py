# --8<-- [start:empty]
import torch
from torch import nn

model = nn.Linear(2, 1)
params = model.parameters()
print("numbers", sum(p.numel() for p in params))
# zh: 数一遍，生成器就走到头了
# en: counting has used the generator up
try:
    torch.optim.SGD(params, lr=0.1)
except ValueError as e:
    print("ValueError:", e)
# --8<-- [end:empty]

# --8<-- [start:silent]
params = model.parameters()
device = next(params).device
optimizer = torch.optim.SGD(params, lr=0.1)
held = optimizer.param_groups[0]["params"]
# zh: 只看了一眼设备，weight 就丢了，没有任何提示
# en: a glance at the device, and weight is lost without a word
print("held", len(held), "of", len(list(model.parameters())))
assert held[0] is model.bias
# --8<-- [end:silent]

# --8<-- [start:fix]
params = list(model.parameters())
print("numbers", sum(p.numel() for p in params))
optimizer = torch.optim.SGD(params, lr=0.1)
print("held", len(optimizer.param_groups[0]["params"]))
# --8<-- [end:fix]
