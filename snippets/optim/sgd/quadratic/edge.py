# --8<-- [start:surprise]
import torch
from torch.optim import SGD

low, high = 0.1, 10.0
root = (high / low) ** 0.5
momentum = ((root - 1) / (root + 1)) ** 2
lr = 4 / (high**0.5 + low**0.5) ** 2
print(f"limit / lr: {2 * (1 + momentum) / high / lr:.3f}")


def distance(high, lr, momentum, steps=500):
    h = torch.tensor([low, high]).double()
    theta = torch.ones(2).double().requires_grad_()
    optimizer = SGD([theta], lr=lr, momentum=momentum)
    for _ in range(steps):
        theta.grad = h * theta.detach()
        optimizer.step()
    return theta.norm().item()


for factor in (1.0, 1.02):
    print(f"h_max {high * factor:4}: {distance(high * factor, lr, momentum):.0e}")
assert distance(high, lr, momentum) < 1e-9
assert distance(1.02 * high, lr, momentum) > 1e3
# --8<-- [end:surprise]

# --8<-- [start:fix]
# zh: 步子减半，动量按小曲率取临界值
# en: half the step, and the momentum that is critical for the small curvature
safe = lr / 2
critical = (1 - (safe * low) ** 0.5) ** 2
print(f"lr {safe:.4f}, momentum {critical:.4f}")
for factor in (1.0, 1.02, 2.0):
    print(f"h_max {high * factor:4}: {distance(high * factor, safe, critical):.0e}")
    assert distance(high * factor, safe, critical) < 1e-9
# --8<-- [end:fix]
