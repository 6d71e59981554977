import torch

curvature = 10.0
print("2 / h =", 2 / curvature)
for lr in (0.19, 0.2, 0.21):
    theta = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    for _ in range(50):
        optimizer.zero_grad()
        (0.5 * curvature * theta**2).backward()
        optimizer.step()
    print(f"lr={lr}: theta {theta.item():.3g}")
    expected = (1 - lr * curvature) ** 50
    assert abs(theta.item() / expected - 1) < 1e-3
