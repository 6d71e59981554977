import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR


def schedule(build):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    scheduler = build(optimizer)
    lrs = []
    for _ in range(100):
        lrs += scheduler.get_last_lr()
        optimizer.step()
        scheduler.step()
    return lrs


cosine = schedule(lambda o: CosineAnnealingLR(o, T_max=100))
factor = schedule(
    lambda o: LambdaLR(o, lambda t: (1 + math.cos(math.pi * t / 100)) / 2)
)
for a, b in zip(cosine, factor, strict=True):
    assert abs(a - b) < 1e-12
print("CosineAnnealingLR(T_max) = LambdaLR((1 + cos(pi t / T_max)) / 2)")
print(f"mean {sum(cosine) / 100:.4f}, first quarter {cosine[25]:.4f}")
