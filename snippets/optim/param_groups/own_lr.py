import torch

a = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([{"params": a}, {"params": b, "lr": 0.01}], lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    (a**2 + b**2).backward()
    optimizer.step()
    print(f"a {a.item():.4f} b {b.item():.4f}")

# zh: 每一步乘以 1 - 2γ，两组各用各的 γ
# en: each step multiplies by 1 - 2γ, with the γ of the group
assert abs(a.item() - (1 - 2 * 0.1) ** 3) < 1e-6
assert abs(b.item() - (1 - 2 * 0.01) ** 3) < 1e-6
