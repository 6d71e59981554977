from math import log

print("momentum  total  half-life  last 10  flips")
for momentum in (0.5, 0.9, 0.99):
    total = 1 / (1 - momentum)
    half = log(2) / -log(momentum)
    # zh: 最近 10 个梯度占的份额
    # en: the share of the 10 latest gradients
    latest = sum(momentum**k for k in range(10)) / total
    flips = 1 / (1 + momentum)
    row = f"{total:7.1f} {half:10.1f} {latest:8.2f} {flips:6.2f}"
    print(f"{momentum:<7} {row}")
    assert abs(latest - (1 - momentum**10)) < 1e-9
    assert abs(momentum**half - 0.5) < 1e-9
