# --8<-- [start:factor]
import torch
from torch.optim import SGD

h = torch.tensor([1.0, 10.0]).double()
low, high = h.min().item(), h.max().item()


def distances(steps, curvature, **options):
    theta = torch.ones(len(curvature)).double().requires_grad_()
    optimizer = SGD([theta], **options)
    found = [theta.norm().item()]
    for _ in range(steps):
        theta.grad = curvature * theta.detach()
        optimizer.step()
        found.append(theta.norm().item())
    return found


for lr in (0.05, 2 / (high + low), 0.195, 0.205):
    d = distances(200, h, lr=lr)
    rate = (d[200] / d[100]) ** (1 / 100)
    predicted = (1 - lr * h).abs().max().item()
    print(f"lr {lr:.4f}: predicted {predicted:.4f}, measured {rate:.4f}")
    assert abs(rate / predicted - 1) < 0.01
# --8<-- [end:factor]

# --8<-- [start:best]
kappa = high / low
best = (kappa - 1) / (kappa + 1)
for lr in torch.linspace(0.01, 0.2, 191).tolist():
    assert (1 - lr * h).abs().max() >= best - 1e-9
print(f"kappa {kappa:.0f}: at best {best:.4f} per step")
# --8<-- [end:best]
