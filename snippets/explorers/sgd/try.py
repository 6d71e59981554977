# --8<-- [start:plain]
import torch
from torch.optim import SGD


def run(steps, condition=10, **options):
    curvature = 10 / torch.tensor([condition, 1.0]).double()
    w = torch.tensor([-2.0, -1.0]).double().requires_grad_()
    optimizer = SGD([w], **options)
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (curvature * (w - 1) ** 2).sum() / 2
        loss.backward()
        optimizer.step()
    return w.detach()


def distance(steps, **options):
    return (run(steps, **options) - 1).norm().item()


for lr in (0.195, 0.2, 0.205):
    print(f"lr {lr}: distance {distance(500, lr=lr):.2g}")
assert distance(500, lr=0.195) < 1e-5
assert abs(distance(500, lr=0.2) - distance(501, lr=0.2)) < 1e-9
assert distance(500, lr=0.205) > 1e5
# --8<-- [end:plain]

# --8<-- [start:momentum]
for lr in (0.375, 0.385):
    print(f"lr {lr}: distance {distance(500, lr=lr, momentum=0.9):.2g}")
assert distance(500, lr=0.375, momentum=0.9) < 1e-5
assert distance(500, lr=0.385, momentum=0.9) > 1e5
# --8<-- [end:momentum]

# --8<-- [start:nesterov]
for nesterov in (False, True):
    d = distance(500, lr=0.15, momentum=0.9, nesterov=nesterov)
    print(f"nesterov={nesterov}: distance {d:.2g}")
assert distance(500, lr=0.15, momentum=0.9) < 1e-5
assert distance(500, lr=0.15, momentum=0.9, nesterov=True) > 1e5

limit = 2 * (1 + 0.9) / ((1 + 2 * 0.9) * 10)
print(f"limit {limit:.4f}")
assert distance(500, lr=limit - 0.005, momentum=0.9, nesterov=True) < 1e-5
assert distance(500, lr=limit + 0.005, momentum=0.9, nesterov=True) > 1e5
# --8<-- [end:nesterov]

# --8<-- [start:best]
for lr, momentum in ((0.18, 0), (0.225, 0.25)):
    steps = (0, 10, 20, 30)
    ds = [distance(n, condition=9, lr=lr, momentum=momentum) for n in steps]
    print(f"lr {lr}, momentum {momentum}:", *(f"{d:.1e}" for d in ds))
plain = {n: distance(n, condition=9, lr=0.18) for n in (0, 30)}
assert abs(plain[30] / plain[0] - 0.8**30) < 1e-9
# zh: 没有动量时，没有哪个学习率比 0.18 更快
# en: without momentum, no learning rate is faster than 0.18
for lr in torch.arange(0.01, 0.2, 0.01).tolist():
    assert distance(30, condition=9, lr=lr) > 0.999 * plain[30]
# --8<-- [end:best]

# --8<-- [start:weight_decay]
w = run(500, lr=0.1, weight_decay=1)
print("w", [round(x, 4) for x in w.tolist()])
assert abs(w[0].item() - 1 / 2) < 1e-9
assert abs(w[1].item() - 10 / 11) < 1e-9
# --8<-- [end:weight_decay]
