# --8<-- [start:two]
import torch

low, high = 1.0, 4.0
lr = 2 / (high + low)
print(f"lr {lr:.1f}, factors {1 - lr * low:.1f} and {1 - lr * high:.1f}")
# --8<-- [end:two]

# --8<-- [start:swing]
lr, momentum = 0.01, 0.9
band = [(1 + sign * momentum**0.5) ** 2 / lr for sign in (-1, 1)]
print(f"swings from h = {band[0]:.2f} to {band[1]:.0f}")
for h in (0.2, 0.3, 379.0, 381.0):
    rows = [[1 - lr * h, -lr * momentum], [h, momentum]]
    M = torch.tensor(rows, dtype=torch.float64)
    z = torch.linalg.eigvals(M)
    assert (z.imag.abs().max() > 0).item() == (band[0] < h < band[1])
# --8<-- [end:swing]

# --8<-- [start:limit]
h_max, momentum = 10.0, 0.9
lr = 2 * (1 + momentum) / h_max
rows = [[1 - lr * h_max, -lr * momentum], [h_max, momentum]]
M = torch.tensor(rows, dtype=torch.float64)
z = sorted(torch.linalg.eigvals(M).real.tolist())
print([f"{x:.4f}" for x in z])
assert abs(z[0] + 1) < 1e-6
# --8<-- [end:limit]
