import textwrap

import torch
from torch.optim.lr_scheduler import ConstantLR

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for factor in (2.0, -1.0):
    try:
        ConstantLR(optimizer, factor)
    except ValueError as e:
        print(textwrap.fill(f"{type(e).__name__}: {e}", 44))
