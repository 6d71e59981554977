# --8<-- [start:limit]
import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
for step in range(100):
    before = w.item()
    w.grad = torch.ones(1)
    optimizer.step()
    if step in (0, 1, 9, 99):
        print(f"step {step:2d}  moved {before - w.item():.4f}")
# --8<-- [end:limit]

# --8<-- [start:maximize]
a, b = (torch.tensor([3.0], requires_grad=True) for _ in range(2))
options = {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.1}
climb = torch.optim.SGD([a], maximize=True, **options)
descend = torch.optim.SGD([b], **options)
for _ in range(200):
    for optimizer, f in ((climb, -((a - 2) ** 2)), (descend, (b - 2) ** 2)):
        optimizer.zero_grad()
        f.sum().backward()
        optimizer.step()
torch.testing.assert_close(a, b)
print(f"{a.item():.4f}, and 4 / 2.1 = {4 / 2.1:.4f}")
# --8<-- [end:maximize]

# --8<-- [start:stable]
curvature, momentum = 10.0, 0.9
print(f"2 (1 + mu) / h = {2 * (1 + momentum) / curvature:.2f}")
for lr in (0.37, 0.39):
    theta = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr, momentum=momentum)
    for _ in range(200):
        optimizer.zero_grad()
        (0.5 * curvature * theta**2).backward()
        optimizer.step()
    print(f"lr={lr}:", "shrinks" if abs(theta) < 1e-3 else "grows")
    assert abs(theta) < 1e-3 or abs(theta) > 1e3
# --8<-- [end:stable]
