import textwrap

import torch
from torch.optim.lr_scheduler import MultiplicativeLR

groups = [{"params": [torch.zeros(1)]} for _ in range(2)]
optimizer = torch.optim.SGD(groups, lr=0.1)
for lr_lambda in (0.95, [lambda _: 0.95]):
    try:
        MultiplicativeLR(optimizer, lr_lambda)
    except (TypeError, ValueError) as e:
        print(textwrap.fill(f"{type(e).__name__}: {e}", 44))
