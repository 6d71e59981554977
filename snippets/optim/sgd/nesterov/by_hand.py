# --8<-- [start:torch]
lr, momentum = 0.1, 0.9
phi, b = 1.0, 0.0
for t in (1, 2, 3):
    g = 2 * phi
    b = momentum * b + g
    phi = phi - lr * (g + momentum * b)
    print(f"t={t}  g={g:.4f}  b={b:.4f}  phi={phi:.4f}")
# --8<-- [end:torch]

# --8<-- [start:paper]
theta, v = 1.0, 0.0
for t in (1, 2, 3):
    ahead = theta + momentum * v
    v = momentum * v - lr * 2 * ahead
    theta = theta + v
    print(f"t={t}  ahead={ahead:.4f}  v={v:.4f}  theta={theta:.4f}")
# --8<-- [end:paper]

# --8<-- [start:same]
print(f"theta + mu v = {theta + momentum * v:.4f}, phi = {phi:.4f}")
assert abs(theta + momentum * v - phi) < 1e-9
assert abs(v + lr * b) < 1e-9
# --8<-- [end:same]
