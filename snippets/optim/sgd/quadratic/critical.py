import torch
from torch.optim import SGD

lr, h = 0.04, 1.0
critical = (1 - (lr * h) ** 0.5) ** 2
print(f"critical momentum {critical:.2f}")
for momentum in (0.0, 0.3, 0.5, critical, 0.8, 0.95):
    rows = [[1 - lr * h, -lr * momentum], [h, momentum]]
    M = torch.tensor(rows, dtype=torch.float64)
    z = torch.linalg.eigvals(M)
    rate = z.abs().max().item()
    theta = torch.ones(1).double().requires_grad_()
    optimizer = SGD([theta], lr=lr, momentum=momentum)
    path = []
    for _ in range(1000):
        theta.grad = h * theta.detach()
        optimizer.step()
        path.append(theta.item())
    # zh: 从此再也不超出 0.001
    # en: from here on never above 0.001 again
    steps = max(i + 2 for i, x in enumerate(path) if abs(x) > 1e-3)
    crossed = any(x < 0 for x in path[:100])
    kind = "swings" if crossed else "creeps"
    print(f"momentum {momentum:.2f}: rate {rate:.3f}, {steps:3} steps, {kind}")
    if momentum > critical + 1e-9:
        assert abs(rate - momentum**0.5) < 1e-6
