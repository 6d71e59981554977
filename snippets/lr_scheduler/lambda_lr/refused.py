import textwrap

import torch
from torch.optim.lr_scheduler import LambdaLR

groups = [{"params": [torch.zeros(1)]} for _ in range(2)]
optimizer = torch.optim.SGD(groups, lr=0.1)
for lr_lambda in ([lambda t: 0.9**t], 0.9, lambda _: None):
    try:
        LambdaLR(optimizer, lr_lambda)
    except (TypeError, ValueError) as e:
        print(textwrap.fill(f"{type(e).__name__}: {e}", 44))
