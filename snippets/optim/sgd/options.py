from itertools import pairwise

import torch

settings = {
    "plain": {},
    "weight_decay": {"weight_decay": 0.1},
    "momentum": {"momentum": 0.9},
    "dampening": {"momentum": 0.9, "dampening": 0.5},
    "nesterov": {"momentum": 0.9, "nesterov": True},
    "maximize": {"maximize": True},
}
for name, options in settings.items():
    w = torch.tensor(2.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, **options)
    path = [w.item()]
    for _ in range(3):
        # zh: 每一步的梯度都是 1
        # en: the gradient is 1 at every step
        w.grad = torch.tensor(1.0)
        optimizer.step()
        path.append(w.item())
    print(f"{name:12}", *[f"{b - a:+.3f}" for a, b in pairwise(path)])
