import torch
from torch.optim import SGD

h_max, momentum = 10.0, 0.9
limits = {
    "plain": (2 / h_max, {}),
    "momentum": (2 * (1 + momentum) / h_max, {"momentum": momentum}),
    "nesterov": (
        2 * (1 + momentum) / ((1 + 2 * momentum) * h_max),
        {"momentum": momentum, "nesterov": True},
    ),
}
for name, (limit, options) in limits.items():
    ends = []
    for lr in (0.98 * limit, 1.02 * limit):
        theta = torch.ones(1).double().requires_grad_()
        optimizer = SGD([theta], lr=lr, **options)
        for _ in range(1000):
            theta.grad = h_max * theta.detach()
            optimizer.step()
        ends.append(abs(theta.item()))
    below, above = ends
    print(f"{name:8} {limit:.4f}: below {below:.0e}, above {above:.0e}")
    assert below < 1e-3 < 1e3 < above
