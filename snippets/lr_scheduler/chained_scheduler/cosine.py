import math

import torch
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    CosineAnnealingLR,
    ExponentialLR,
)


def chain_and_product(eta_min):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    parts = [
        ExponentialLR(optimizer, gamma=0.5),
        CosineAnnealingLR(optimizer, T_max=4, eta_min=eta_min),
    ]
    scheduler = ChainedScheduler(parts)
    chain, product = [], []
    for t in range(7):
        chain += scheduler.get_last_lr()
        cosine = (1 + math.cos(math.pi * t / 4)) / 2
        product.append((eta_min + (1 - eta_min) * cosine) * 0.5**t)
        optimizer.step()
        scheduler.step()
    print(f"{eta_min=}")
    print("chain  ", *[f"{lr:.3f}" for lr in chain])
    print("product", *[f"{lr:.3f}" for lr in product])
    return chain, product


chain, product = chain_and_product(eta_min=0.0)
for lr, expected in zip(chain[:5], product[:5], strict=True):
    assert abs(lr - expected) < 1e-9
chain, product = chain_and_product(eta_min=0.1)
assert max(abs(a - b) for a, b in zip(chain, product, strict=True)) > 0.01
