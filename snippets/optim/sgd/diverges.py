# --8<-- [start:surprise]
import torch


def after(steps, lr, curvature=10.0):
    theta = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    for _ in range(steps):
        optimizer.zero_grad()
        (0.5 * curvature * theta**2).backward()
        optimizer.step()
    return theta.item()


for steps in (50, 500, 1000):
    print(f"{steps} steps: theta {after(steps, lr=0.21):.3g}")
# --8<-- [end:surprise]

# --8<-- [start:why]
print("2 / h =", 2 / 10.0)
for lr in (0.19, 0.2, 0.21):
    theta = after(50, lr)
    print(f"lr={lr}: theta {theta:.3g}")
    assert abs(theta / (1 - lr * 10.0) ** 50 - 1) < 1e-3
# --8<-- [end:why]

# --8<-- [start:fix]
print(f"lr=0.021: theta {after(50, lr=0.021):.3g}")
# --8<-- [end:fix]
