from math import log

for momentum in (0.5, 0.9, 0.99):
    total = 1 / (1 - momentum)
    half = log(2) / -log(momentum)
    # zh: 最近 10 个梯度占的份额
    # en: the share of the 10 latest gradients
    latest = sum(momentum**k for k in range(10)) / total
    flips = 1 / (1 + momentum)
    print(f"{momentum}: {total:5.1f} {half:4.1f} {latest:.2f} {flips:.2f}")
    assert abs(momentum**half - 0.5) < 1e-9
