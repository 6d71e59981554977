# --8<-- [start:surprise]
import torch
from torch.optim import SGD


def slope(x):
    # zh: 斜率处处在 1 与 25 之间增长：一段缓坡，两边都陡
    # en: it grows by 1 to 25 everywhere: one gentle stretch, steep on both sides
    return 25 * x if x < 1 else x + 24 if x < 2 else 25 * x - 24


def run(x, steps=600, **options):
    x = torch.tensor([x]).double().requires_grad_()
    optimizer = SGD([x], **options)
    path = []
    for _ in range(steps):
        x.grad = torch.tensor([slope(x.item())]).double()
        optimizer.step()
        path.append(x.item())
    return path


best = {"lr": 4 / (5 + 1) ** 2, "momentum": ((5 - 1) / (5 + 1)) ** 2}
path = run(3.3, **best)
print([f"{x:.3f}" for x in path[-6:]])
# --8<-- [end:surprise]

# --8<-- [start:fix]
path = run(3.3, lr=1 / 25, momentum=best["momentum"])
print(f"{abs(path[-1]):.3f}")
assert abs(path[-1]) < 1e-9
# --8<-- [end:fix]
