# --8<-- [start:formula]
from math import log

import torch
from torch.optim import SGD


def best_plain(low, high):
    kappa = high / low
    return {"lr": 2 / (high + low)}, (kappa - 1) / (kappa + 1)


def best_momentum(low, high):
    root = (high / low) ** 0.5
    rate = (root - 1) / (root + 1)
    lr = 4 / (high**0.5 + low**0.5) ** 2
    return {"lr": lr, "momentum": rate**2}, rate


# --8<-- [end:formula]


# --8<-- [start:measured]
def measured(curvature, steps=1000, **options):
    theta = torch.ones(len(curvature)).double().requires_grad_()
    optimizer = SGD([theta], **options)
    d = []
    for _ in range(steps):
        theta.grad = curvature * theta.detach()
        optimizer.step()
        d.append(theta.abs().max().item())
    # zh: 后一半的平均：开头的过渡不算
    # en: mean of the second half: the beginning does not count
    return (d[-1] / d[steps // 2 - 1]) ** (2 / steps)


for kappa in (10, 100, 1000):
    h = torch.tensor([1.0, 3.0, kappa]).double()
    for best in (best_plain, best_momentum):
        options, rate = best(1, kappa)
        found = measured(h, **options)
        name = best.__name__.removeprefix("best_")
        print(f"kappa {kappa:4} {name:8} {rate:.4f} {found:.4f}")
        assert abs(found / rate - 1) < 0.01
# --8<-- [end:measured]

# --8<-- [start:grid]
axes = torch.linspace(0.01, 0.4, 40), torch.linspace(0, 0.98, 50)
lr, momentum = torch.meshgrid(*axes, indexing="ij")
rates = []
for h in (0.1, 10.0):
    trace = 1 + momentum - lr * h
    root = (trace**2 - 4 * momentum).to(torch.complex64).sqrt()
    rates += [((trace + root) / 2).abs(), ((trace - root) / 2).abs()]
smallest = torch.stack(rates).amax(0).min().item()
_, rate = best_momentum(0.1, 10)
print(f"grid {smallest:.3f}, formula {rate:.3f}")
assert smallest >= rate
# --8<-- [end:grid]

# --8<-- [start:pair]
pairs = []
for kappa in (10, 100, 1000, 10_000):
    options, _ = best_momentum(1 / kappa, 1)
    pairs.append((options["momentum"], options["lr"]))
    print(f"kappa {kappa:6,}: momentum {pairs[-1][0]:.2f}, lr {pairs[-1][1]:.2f}")
assert pairs == sorted(pairs)
assert [lr for _, lr in pairs] == sorted(lr for _, lr in pairs)
# --8<-- [end:pair]

# --8<-- [start:steps]
for kappa in (10, 100, 1000, 10_000):
    counts = []
    for best in (best_plain, best_momentum):
        _, rate = best(1, kappa)
        counts.append(round(log(1000) / -log(rate)))
    print(f"kappa {kappa:6,}: {counts[0]:6,} steps, {counts[1]:4,} steps")
# --8<-- [end:steps]
