# --8<-- [start:half]
from math import log

lr, weight_decay = 0.1, 5e-4
steps = log(2) / (lr * weight_decay)
print(f"{steps:,.0f} steps")
assert abs((1 - lr * weight_decay) ** steps - 0.5) < 1e-4
# --8<-- [end:half]

# --8<-- [start:share]
for curvature in (0.01, 1.0, 100.0):
    print(f"h {curvature:6}: {curvature / (curvature + 0.1):.3f} w*")
# --8<-- [end:share]

# --8<-- [start:negative]
lr, weight_decay = 0.1, 25.0
w = 1.0
for _ in range(3):
    w = (1 - lr * weight_decay) * w
    print(f"w {w:.3f}")
# --8<-- [end:negative]
