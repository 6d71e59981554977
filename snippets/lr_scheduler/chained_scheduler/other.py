import textwrap

import torch
from torch.optim.lr_scheduler import ChainedScheduler, ExponentialLR

first, second = (
    torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.1) for _ in range(2)
)
parts = [ExponentialLR(first, 0.9), ExponentialLR(second, 0.9)]
try:
    ChainedScheduler(parts)
except ValueError as e:
    print(textwrap.shorten(f"{type(e).__name__}: {e}", 92))
# zh: 每个优化器各有自己的一串
# en: one chain for each optimizer
for optimizer, part in zip((first, second), parts, strict=True):
    ChainedScheduler([part], optimizer)
